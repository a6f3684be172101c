/** Failure lines that wait for the REPORT of their invocation. */
export interface PendingLine {
  readonly message: string;
  readonly timestamp: number | null;
  /** Proves a failure by itself, as opposed to a line that may explain one. */
  readonly proves: boolean;
  /** As `platform.runtimeDone` said it, for reports that carry no status. */
  readonly status: string | null;
  readonly errorType: string | null;
}

/** Requests kept at once; the oldest are given up first. */
const MOST_REQUESTS = 20_000;
/** Lines kept for one request: more would not make the proof better. */
const MOST_LINES = 12;
/** A line belongs to an invocation if it was logged within it, give or take this. Milliseconds. */
const CLOCK_SLACK_MS = 5_000;

/**
 * Failure lines by request id, in bounded memory. They may be logged before their REPORT (what a
 * runtime prints) or behind it (`Task timed out`), and an asynchronous retry reuses the id, so time
 * decides which invocation a line belongs to, where it is known.
 */
export class PendingFailures {
  readonly #lines = new Map<string, PendingLine[]>();
  #abandoned = 0;

  get empty(): boolean {
    return this.#lines.size === 0;
  }

  add(requestId: string, line: PendingLine): void {
    const lines = this.#lines.get(requestId);
    if (lines !== undefined) {
      if (lines.length < MOST_LINES) lines.push(line);
      return;
    }
    if (this.#lines.size >= MOST_REQUESTS) {
      const [oldest, given] = this.#lines.entries().next().value as [string, PendingLine[]];
      if (given.some((one) => one.proves)) this.#abandoned += 1;
      this.#lines.delete(oldest);
    }
    this.#lines.set(requestId, [line]);
  }

  /** Takes the lines of one invocation; `startMs` and `endMs` are null where its time is unknown. */
  take(requestId: string, startMs: number | null, endMs: number | null): PendingLine[] {
    const lines = this.#lines.get(requestId);
    if (lines === undefined) return [];
    const mine: PendingLine[] = [];
    const others: PendingLine[] = [];
    for (const line of lines) {
      const { timestamp } = line;
      const outside =
        timestamp !== null &&
        startMs !== null &&
        endMs !== null &&
        (timestamp < startMs - CLOCK_SLACK_MS || timestamp > endMs + CLOCK_SLACK_MS);
      (outside ? others : mine).push(line);
    }
    if (others.length > 0) this.#lines.set(requestId, others);
    else this.#lines.delete(requestId);
    return mine;
  }

  /** Requests whose failure lines found no REPORT. */
  countOrphans(): number {
    let orphans = this.#abandoned;
    for (const lines of this.#lines.values()) if (lines.some((line) => line.proves)) orphans += 1;
    return orphans;
  }
}
