import { compareMeasurements } from "../compare/compare.ts";
import { Sample } from "../compare/sample.ts";
import { parsePeriod } from "../compare/period.ts";
import { accepts, type Selection } from "../compare/selection.ts";
import { SeenRecords } from "../invocations/seen-records.ts";
import type { Architecture } from "../model/architecture.ts";
import type { Comparison } from "../model/comparison.ts";
import type { Invocation } from "../model/invocation.ts";
import { Problem } from "../model/problem.ts";
import { invocationCostUsd } from "../pricing/invocation-cost.ts";
import { pricesFor } from "../pricing/price-book.ts";
import { findObjects } from "../sources/files/find-objects.ts";
import { insightsNotes } from "./insights-notes.ts";
import { holdsStore } from "./holds-store.ts";
import type { ReadProgress } from "./read-account.ts";
import { readObjectInvocations } from "./read-object-invocations.ts";

/** Where one side of a comparison comes from. */
export interface CompareSide {
  /** As the person would name it. */
  readonly name: string;
  /** Logs, or one store. */
  readonly paths: readonly string[];
  /** As `parsePeriod` reads it; null: all times. */
  readonly period: string | null;
  /** `$LATEST` or a number; null: all versions. */
  readonly version: string | null;
  /** Price of this architecture is used where the log names none. */
  readonly architecture: Architecture;
}

export interface CompareOptions {
  /** The only function to compare; null: all. */
  readonly only: string | null;
  /** The function of every invocation of which the logs do not say it. */
  readonly functionName: string | null;
  /** Used where the log names none. */
  readonly region: string;
  readonly progress: ReadProgress;
}

/** Records that are remembered to count a repeated one once. */
const REMEMBERED_RECORDS = 4_000_000;

/**
 * Reads two sides and says what changed, function by function.
 *
 * @throws Problem LAMBENT_PATH_NOT_FOUND, LAMBENT_NOTHING_TO_COMPARE, LAMBENT_PERIOD
 */
export async function compare(
  before: CompareSide,
  after: CompareSide,
  options: CompareOptions,
): Promise<Comparison> {
  const earlier = new Gathering(before, options);
  const later = new Gathering(after, options);
  if (samePaths(before.paths, after.paths)) {
    await gather(before.paths, [earlier, later], options);
  } else {
    await gather(before.paths, [earlier], options);
    await gather(after.paths, [later], options);
  }
  return compareMeasurements(earlier.finished(), later.finished());
}

/** One side while it is being read. */
class Gathering {
  readonly side: CompareSide;
  readonly sample: Sample;
  readonly #region: string;
  readonly #selection: Selection;
  #assumedRegion = false;
  #assumedArchitecture = false;

  constructor(side: CompareSide, { region, only }: CompareOptions) {
    this.side = side;
    this.sample = new Sample(side.name);
    this.#region = region;
    this.#selection = {
      range: side.period === null ? null : parsePeriod(side.period),
      version: side.version,
      functionName: only,
    };
  }

  add(invocation: Invocation): void {
    if (!accepts(this.#selection, invocation)) return;
    this.#assumedRegion ||= invocation.region === null;
    this.#assumedArchitecture ||= invocation.architecture === null;
    const architecture = invocation.architecture ?? this.side.architecture;
    const prices = pricesFor(invocation.region ?? this.#region, architecture);
    const costUsd = prices === null ? null : invocationCostUsd(invocation, prices);
    this.sample.add({ ...invocation, costUsd });
  }

  finished(): Sample {
    const { side, sample } = this;
    if (sample.period === null && sample.functions.length === 0) throw nothing(side);
    const { fromInsights, unnamedReports } = sample;
    sample.notes.push(...insightsNotes({ ...fromInsights, unnamedReports }));
    if (this.#assumedRegion) {
      sample.notes.push(`Prices of ${this.#region} are used where the logs name no region.`);
    }
    if (this.#assumedArchitecture) {
      sample.notes.push(
        `Prices of ${side.architecture} are used where the logs name no architecture.`,
      );
    }
    return sample;
  }
}

async function gather(
  paths: readonly string[],
  sides: readonly Gathering[],
  options: CompareOptions,
): Promise<void> {
  const emit = (invocation: Invocation): void => {
    for (const side of sides) side.add(invocation);
  };
  const [path, ...more] = paths;
  const isStore = path !== undefined && more.length === 0 && (await holdsStore(path));
  const problems = isStore
    ? await gatherStore(path, emit, options)
    : await gatherLogs(paths, emit, options);
  for (const side of sides) side.sample.notes.push(...problems.map((problem) => `${problem}.`));
}

/** The answer is what could not be read. */
async function gatherStore(
  path: string,
  emit: (invocation: Invocation) => void,
  { only, functionName, progress }: CompareOptions,
): Promise<string[]> {
  const { openEmbeddedStore } = await import("../store/embedded/open.ts");
  const store = await openEmbeddedStore(path, "read");
  try {
    const objects = await store.objects();
    const total = objects.reduce((sum, object) => sum + object.invocations, 0);
    let done = 0;
    for await (const batch of store.invocations(
      only === null || functionName !== null ? {} : { functionName: only },
    )) {
      for (const invocation of batch) {
        invocation.functionName ??= functionName;
        emit(invocation);
      }
      done += batch.length;
      progress(done, total);
    }
    return objects.flatMap(({ name, problem }) =>
      problem === null ? [] : [`${name}: ${problem}`],
    );
  } finally {
    await store.close();
  }
}

/** The answer is what could not be read. */
async function gatherLogs(
  paths: readonly string[],
  emit: (invocation: Invocation) => void,
  { functionName, progress }: CompareOptions,
): Promise<string[]> {
  const { objects, unreadable } = await findObjects(paths);
  const problems = unreadable.map(({ name, problem }) => `${name}: ${problem}`);
  const sizes = objects.map((object) => object.sizeBytes);
  const known = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const total = sizes.includes(null) ? null : known;
  const seen = SeenRecords.for(REMEMBERED_RECORDS);
  const filter = { functionName, range: null };
  let done = 0;
  for (const object of objects) {
    const reading = await readObjectInvocations(object, filter, seen, emit, (bytes) => {
      done += bytes;
      progress(done, total);
    });
    if (reading.problem !== null) problems.push(`${reading.name}: ${reading.problem}`);
    const { malformedReports } = reading.tally;
    if (malformedReports > 0) {
      problems.push(`${reading.name}: ${malformedReports} REPORT lines could not be read`);
    }
  }
  return problems;
}

function samePaths(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((path, index) => path === other[index]);
}

function nothing(side: CompareSide): Problem {
  return new Problem({
    code: "LAMBENT_NOTHING_TO_COMPARE",
    kind: "bad-input",
    message: `There are no invocations in ${side.name}`,
    nextStep: `Look what is there with: lambent report ${side.paths.join(" ")}`,
  });
}
