import type { SourceSummary } from "../model/assessment.ts";
import { formatBytes } from "./format/bytes.ts";
import { countOf } from "./format/count.ts";
import { shortPath } from "./format/short-path.ts";

const NAME_LENGTH = 60;
/** As many troubled sources are listed by name. */
const MOST_PROBLEMS = 10;

interface FormatSum {
  readonly format: string;
  readonly names: string[];
  invocations: number;
  bytes: number;
}

/**
 * What was read, one sentence for each format, most invocations first:
 * `378 sources: s3-export, 8,832 invocations in 1.2 MB`. A format with a single source names it.
 */
export function sourceSums(sources: readonly SourceSummary[]): readonly string[] {
  const sums = new Map<string, FormatSum>();
  for (const { name, format, invocations, bytes } of sources) {
    const sum = sums.get(format) ?? { format, names: [], invocations: 0, bytes: 0 };
    sum.names.push(name);
    sum.invocations += invocations;
    sum.bytes += bytes;
    sums.set(format, sum);
  }
  return [...sums.values()]
    .toSorted((a, b) => b.invocations - a.invocations || b.names.length - a.names.length)
    .map(({ format, names, invocations, bytes }) => {
      const [only] = names;
      const what =
        names.length === 1 && only !== undefined
          ? shortPath(only, NAME_LENGTH)
          : countOf(names.length, "source");
      return `${what}: ${format}, ${countOf(invocations, "invocation")} in ${formatBytes(bytes)}`;
    });
}

/** The sources that could not be read to their end, one sentence each, and how many more there are. */
export function sourceProblems(sources: readonly SourceSummary[]): readonly string[] {
  const troubled = sources.filter((source) => source.problem !== null);
  const rest = troubled.length - MOST_PROBLEMS;
  return [
    ...troubled
      .slice(0, MOST_PROBLEMS)
      .map(
        ({ name, problem }) =>
          `${shortPath(name, NAME_LENGTH)} was not read to its end. ${problem ?? ""}`,
      ),
    ...(rest > 0
      ? [`${countOf(rest, "more source")} not read to the end; --format json lists all.`]
      : []),
  ];
}
