import { SeenRecords } from "../invocations/seen-records.ts";
import type { Architecture } from "../model/architecture.ts";
import type { Invocation } from "../model/invocation.ts";
import { invocationCost } from "../pricing/invocation-cost.ts";
import { pricesFor } from "../pricing/price-book.ts";
import {
  INVOCATION_CSV_HEADER,
  invocationCsv,
  invocationJson,
} from "../render/invocation-record.ts";
import { findObjects } from "../sources/files/find-objects.ts";
import { needPrices } from "./need-prices.ts";
import { PressedWriter } from "./pressed-writer.ts";
import type { ReadProgress } from "./read-account.ts";
import { readObjectInvocations } from "./read-object-invocations.ts";
import type { ObjectReading, ReadFilter } from "./read-object-invocations.ts";

export interface WriteInvocationsOptions {
  readonly filter: ReadFilter;
  /** Used where the log names none. */
  readonly region: string;
  readonly architecture: Architecture;
  /** `json` is one array. */
  readonly format: "jsonl" | "json" | "csv";
  readonly output: NodeJS.WritableStream;
  readonly progress: ReadProgress;
}

/** What came of it. */
export interface WrittenInvocations {
  /** What a person should be told: sources with problems, lines that were not read. */
  readonly notes: readonly string[];
  readonly sources: readonly { readonly name: string; readonly problem: string | null }[];
  readonly invocations: number;
}

/** One million records can be told from repeated ones; later ones are taken as they come. */
const REMEMBERED_RECORDS = 1_000_000;

/**
 * Writes one record per invocation, in the order of the logs, in bounded memory.
 *
 * @throws Problem LAMBENT_PATH_NOT_FOUND, LAMBENT_UNKNOWN_REGION
 */
export async function writeInvocations(
  paths: readonly string[],
  options: WriteInvocationsOptions,
): Promise<WrittenInvocations> {
  needPrices(options);
  const { objects, unreadable } = await findObjects(paths);
  const sources: { name: string; problem: string | null }[] = [...unreadable];
  const notes = unreadable.map((path) => `${path.name}: ${path.problem}`);
  const writer = new PressedWriter(options.output);
  const { begin, record, end } = FORMS[options.format];
  writer.write(begin);
  const seen = SeenRecords.for(REMEMBERED_RECORDS);
  const sizes = objects.map((object) => object.sizeBytes);
  const total = sizes.includes(null)
    ? null
    : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  let done = 0;
  let invocations = 0;
  for (const object of objects) {
    const emit = (one: Invocation): void => {
      writer.write(record(priced(one, options), invocations));
      invocations += 1;
    };
    const reading = await readObjectInvocations(
      object,
      options.filter,
      seen,
      emit,
      (bytes) => {
        done += bytes;
        options.progress(done, total);
      },
      undefined,
      // The next bytes are read only when what the last ones gave has been written.
      () => writer.flush(),
    );
    sources.push(reading);
    notes.push(...sayReading(reading));
  }
  writer.write(end);
  await writer.flush(true);
  return { notes, sources, invocations };
}

interface Form {
  readonly begin: string;
  /** `index` counts from 0. */
  readonly record: (invocation: Invocation, index: number) => string;
  readonly end: string;
}

const FORMS: Readonly<Record<WriteInvocationsOptions["format"], Form>> = {
  jsonl: { begin: "", record: invocationJson, end: "" },
  json: {
    begin: "[",
    record: (one, index) => `${index === 0 ? "\n" : ",\n"}${invocationJson(one).trimEnd()}`,
    end: "\n]\n",
  },
  csv: { begin: INVOCATION_CSV_HEADER, record: invocationCsv, end: "" },
};

function priced(invocation: Invocation, options: WriteInvocationsOptions): Invocation {
  const prices = pricesFor(
    invocation.region ?? options.region,
    invocation.architecture ?? options.architecture,
  );
  return prices === null
    ? invocation
    : { ...invocation, costUsd: invocationCost(invocation, prices).totalUsd };
}

function sayReading(reading: ObjectReading): string[] {
  const said: string[] = [];
  const { tally, name } = reading;
  if (reading.problem !== null) said.push(`${name}: ${reading.problem}`);
  if (tally.malformedReports > 0) {
    said.push(
      `${name}: ${tally.malformedReports} lines look like a REPORT and cannot be read as one, such as:`,
    );
    for (const example of tally.examples) said.push(`  ${JSON.stringify(example)}`);
  }
  if (tally.billingMismatches > 0) {
    said.push(
      `${name}: ${tally.billingMismatches} billed durations follow from no known rule (billingIdentity is null)`,
    );
  }
  return said;
}
