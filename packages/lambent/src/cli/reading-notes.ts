import { Problem } from "../model/problem.ts";
import { printable } from "../render/format/printable.ts";

/** What a person must know of what was read, beside the answer. */
export interface ReadingSummary {
  readonly sources: readonly {
    readonly name: string;
    readonly problem: string | null;
    /** Read of it at any time; a store may have let them go since. */
    readonly invocations?: number;
  }[];
  readonly invocations: number;
  /** Whether a period or a function was asked for. */
  readonly narrowed: boolean;
}

const MOST_SHOWN = 5;

/** One line for each source that was not read to its end; the first few, and how many more. */
export function problemNotes(sources: ReadingSummary["sources"]): string[] {
  const bad = sources.filter((source) => source.problem !== null);
  const notes = bad
    .slice(0, MOST_SHOWN)
    .map(({ name, problem }) => `note: ${printable(`${name}: ${problem}`)}`);
  const more = bad.length - notes.length;
  if (more > 0) notes.push(`note: ${more} more sources were not read to their end.`);
  return notes;
}

/** Why an answer is empty; null where it is not. */
export function emptyNote({ sources, invocations, narrowed }: ReadingSummary): string | null {
  if (invocations > 0) return null;
  if (sources.length === 0) return "note: there is no file to read there.";
  if (narrowed) {
    return "note: no invocation fits. Leave --since, --until or --only out to see what there is.";
  }
  if (sources.some((source) => (source.invocations ?? 0) > 0)) {
    return "note: the store holds no invocations any more; those it held were older than --keep allows.";
  }
  return "note: no invocations were found. Lambent looks for the REPORT lines that AWS Lambda writes at the end of each invocation.";
}

/**
 * Sees to it that a script notices where nothing at all could be read.
 *
 * @throws Problem LAMBENT_NOTHING_READABLE
 */
export function needSomethingRead({ sources, invocations }: ReadingSummary): void {
  const first = sources[0];
  if (invocations > 0 || first === undefined) return;
  if (sources.some((source) => source.problem === null)) return;
  const none = `None of the ${sources.length} sources could be read; the first: `;
  throw new Problem({
    code: "LAMBENT_NOTHING_READABLE",
    kind: "bad-input",
    message: `${sources.length === 1 ? "" : none}${first.name}: ${first.problem}`,
    nextStep:
      "Lambent reads text and JSON, plain or gzipped, from files, folders and standard input.",
  });
}
