import { RecentMap } from "./recent-map.ts";

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

/** What is kept for one owner. */
interface Waiting {
  lines: PendingLine[];
  characters: number;
}

/** Owners whose lines are kept at once; the oldest are given up first. */
const MOST_OWNERS = 20_000;
/** Text kept at once, of all owners together; the oldest is given up first. */
const MOST_CHARACTERS = 16_777_216;
/** Lines kept for one owner: more would not make the proof better. */
const MOST_LINES = 12;
/** A line belongs to an invocation if it was logged within it, give or take this. Milliseconds. */
const CLOCK_SLACK_MS = 5_000;

/**
 * Failure lines by owner (a request id, or the environment whose next REPORT they belong to), in
 * bounded memory. They may be logged before their REPORT (what a runtime prints) or behind it
 * (`Task timed out`), and an asynchronous retry reuses the id, so time decides which invocation a
 * line belongs to, where it is known.
 */
export class PendingFailures<Owner = string> {
  readonly #waiting = new RecentMap<Owner, Waiting>(MOST_OWNERS, (given) => this.#giveUp(given));
  #characters = 0;
  /** Of them, those that were old when the oldest were last given up. */
  #oldCharacters = 0;
  #abandoned = 0;

  get empty(): boolean {
    return this.#waiting.size === 0;
  }

  add(owner: Owner, line: PendingLine): void {
    const waiting = this.#waiting.get(owner);
    if (waiting === undefined) {
      this.#waiting.add(owner, { lines: [line], characters: line.message.length });
    } else {
      if (waiting.lines.length >= MOST_LINES) return;
      waiting.lines.push(line);
      waiting.characters += line.message.length;
    }
    this.#characters += line.message.length;
    if (this.#characters <= Math.min(this.#oldCharacters + MOST_CHARACTERS / 2, MOST_CHARACTERS))
      return;
    this.#waiting.forgetOld();
    this.#oldCharacters = this.#characters;
  }

  /** Takes the lines of one invocation; `startMs` and `endMs` are null where its time is unknown. */
  take(owner: Owner, startMs: number | null, endMs: number | null): PendingLine[] {
    const waiting = this.#waiting.get(owner);
    if (waiting === undefined) return [];
    const mine: PendingLine[] = [];
    const others: PendingLine[] = [];
    for (const line of waiting.lines) {
      const { timestamp } = line;
      const outside =
        timestamp !== null &&
        startMs !== null &&
        endMs !== null &&
        (timestamp < startMs - CLOCK_SLACK_MS || timestamp > endMs + CLOCK_SLACK_MS);
      (outside ? others : mine).push(line);
    }
    const left = others.reduce((sum, line) => sum + line.message.length, 0);
    this.#characters += left - waiting.characters;
    waiting.lines = others;
    waiting.characters = left;
    if (others.length === 0) this.#waiting.delete(owner);
    return mine;
  }

  /** Owners whose failure lines found no REPORT. */
  countOrphans(): number {
    let orphans = this.#abandoned;
    for (const { lines } of this.#waiting.values()) orphans += provesFailure(lines);
    return orphans;
  }

  #giveUp(waiting: Waiting): void {
    this.#abandoned += provesFailure(waiting.lines);
    this.#characters -= waiting.characters;
  }
}

function provesFailure(lines: readonly PendingLine[]): number {
  return lines.some((line) => line.proves) ? 1 : 0;
}
