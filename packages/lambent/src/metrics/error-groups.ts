import type { ErrorGroup } from "../model/assessment.ts";
import type { FailureClass } from "../model/failure.ts";
import type { Invocation } from "../model/invocation.ts";
import { errorPattern } from "./error-pattern.ts";

/** Groups that are kept apart for one function; errors of further groups are counted as "other". */
export const MAX_GROUPS_PER_FUNCTION = 1_000;

/** Pattern of the groups that hold what did not fit. */
export const OTHER_ERRORS = "(other errors)";

/** What one group remembers. Plain data: it passes between threads as it is. */
interface Group {
  readonly hash: number;
  readonly class: FailureClass;
  readonly errorType: string | null;
  readonly pattern: string;
  count: number;
  firstSeenMs: number | null;
  lastSeenMs: number | null;
  message: string;
  requestId: string;
  exampleMs: number | null;
  confidence: number;
}

/** What `toState` gives and `fromState` takes: can be structured-cloned and written as JSON. */
export type ErrorGroupsState = readonly (readonly [
  functionName: string | null,
  groups: readonly (readonly [key: string, group: Group])[],
])[];

/**
 * Counts errors that differ only in numbers, ids and paths, in bounded memory.
 *
 * The result does not depend on the order of `add` and `merge`. Of more than 1,000 groups of a
 * function, those 1,000 stay whose key hashes lowest: such a key is among the lowest at every moment,
 * so its group is never dropped and its count is exact. All others are counted, exactly too, in one
 * "other" group per function and failure class. (Keeping the largest groups instead would depend on
 * the order in which errors are seen.)
 */
export class ErrorGroups {
  readonly #functions = new Map<string | null, Map<string, Group>>();

  /** Counts the invocation's failure; does nothing for one without. */
  add(invocation: Invocation): void {
    const { failure, functionName, requestId, timestamp } = invocation;
    if (failure === null) return;
    const errorType = failure.errorType;
    const message = failure.message ?? errorType ?? failure.class;
    const pattern = errorPattern(message);
    const key = JSON.stringify([failure.class, errorType, pattern]);
    this.#count(functionName, key, {
      hash: hashOf(key),
      class: failure.class,
      errorType,
      pattern,
      count: 1,
      firstSeenMs: timestamp,
      lastSeenMs: timestamp,
      message,
      requestId,
      exampleMs: timestamp,
      confidence: failure.confidence,
    });
  }

  /** Adds the counts of `other`, which stays as it is. */
  merge(other: ErrorGroups): void {
    for (const [functionName, groups] of other.#functions) {
      for (const [key, group] of groups) this.#count(functionName, key, { ...group });
    }
  }

  toState(): ErrorGroupsState {
    return [...this.#functions].map(([functionName, groups]) => {
      prune(groups, MAX_GROUPS_PER_FUNCTION);
      return [
        functionName,
        [...groups].map(([key, group]) => [key, { ...group }] as const),
      ] as const;
    });
  }

  static fromState(state: ErrorGroupsState): ErrorGroups {
    const read = new ErrorGroups();
    for (const [functionName, groups] of state) {
      for (const [key, group] of groups) read.#count(functionName, key, { ...group });
    }
    return read;
  }

  /** Most frequent first; then by function, class, type and pattern. */
  result(): ErrorGroup[] {
    const result: ErrorGroup[] = [];
    for (const [functionName, groups] of this.#functions) {
      prune(groups, MAX_GROUPS_PER_FUNCTION);
      for (const group of groups.values()) result.push(present(functionName, group));
    }
    return result.sort(
      (a, b) =>
        b.count - a.count ||
        compareText(a.function ?? "", b.function ?? "") ||
        compareText(a.class, b.class) ||
        compareText(a.errorType ?? "", b.errorType ?? "") ||
        compareText(a.pattern, b.pattern),
    );
  }

  #count(functionName: string | null, key: string, group: Group): void {
    let groups = this.#functions.get(functionName);
    if (!groups) this.#functions.set(functionName, (groups = new Map<string, Group>()));
    countIn(groups, key, group);
    // Pruning every time would sort for each new group: let twice as many gather first.
    if (groups.size > MAX_GROUPS_PER_FUNCTION * 2) prune(groups, MAX_GROUPS_PER_FUNCTION);
  }
}

function present(functionName: string | null, group: Group): ErrorGroup {
  return {
    function: functionName,
    class: group.class,
    errorType: group.errorType,
    pattern: group.pattern,
    count: group.count,
    firstSeenMs: group.firstSeenMs,
    lastSeenMs: group.lastSeenMs,
    example: { message: group.message, requestId: group.requestId },
    confidence: group.confidence,
  };
}

/** Moves the groups beyond `most` into the "other" groups, which do not count against it. */
function prune(groups: Map<string, Group>, most: number): void {
  const own = [...groups].filter(([, group]) => group.hash >= 0);
  if (own.length <= most) return;
  own.sort(([keyA, a], [keyB, b]) => a.hash - b.hash || compareText(keyA, keyB));
  for (const [key, group] of own.slice(most)) {
    groups.delete(key);
    const other = { ...group, hash: -1, errorType: null, pattern: OTHER_ERRORS };
    countIn(groups, `other ${group.class}`, other);
  }
}

function countIn(groups: Map<string, Group>, key: string, group: Group): void {
  const known = groups.get(key);
  if (!known) {
    groups.set(key, group);
    return;
  }
  known.count += group.count;
  known.firstSeenMs = least(known.firstSeenMs, group.firstSeenMs, Math.min);
  known.lastSeenMs = least(known.lastSeenMs, group.lastSeenMs, Math.max);
  known.confidence = Math.max(known.confidence, group.confidence);
  if (isEarlierExample(group, known)) {
    known.message = group.message;
    known.requestId = group.requestId;
    known.exampleMs = group.exampleMs;
  }
}

/** Earliest first, those without a time last; then the smallest request id, then the smallest text. */
function isEarlierExample(group: Group, than: Group): boolean {
  const time = group.exampleMs ?? Infinity;
  const otherTime = than.exampleMs ?? Infinity;
  if (time !== otherTime) return time < otherTime;
  const byId = compareText(group.requestId, than.requestId);
  return byId < 0 || (byId === 0 && compareText(group.message, than.message) < 0);
}

function least(
  a: number | null,
  b: number | null,
  choose: (a: number, b: number) => number,
): number | null {
  return a === null ? b : b === null ? a : choose(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** FNV-1a over UTF-16 code units, 32 bits (Fowler, Noll and Vo); 0 to 2^32 − 1. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return hash >>> 0;
}
