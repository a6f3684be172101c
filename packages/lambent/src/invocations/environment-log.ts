import { functionNameOf } from "./function-name.ts";
import type { InitReport } from "./init-line.ts";
import type { PendingLine } from "./pending-failures.ts";

/** What is known of one execution environment (one log stream) between two REPORT lines. */
export interface EnvironmentLog {
  functionName: string | null;
  region: string | null;
  /** When a line without a stream's name told the two above; NaN: at an unknown time. */
  namedAtMs: number | null;
  /** When an init or a restore was logged since the last REPORT; NaN: at an unknown time. */
  initSeenAtMs: number | null;
  initReport: InitReport | null;
  answeredBefore: boolean;
  /** Failure lines that name no request: they belong to the next REPORT. */
  nameless: PendingLine[];
}

/** Environments kept at once; beyond that the one first seen is forgotten. */
const MOST_ENVIRONMENTS = 20_000;

/** The environments of a log by group and stream, in bounded memory. */
export class EnvironmentLogs {
  readonly #byKey = new Map<string, EnvironmentLog>();
  #lastGroup: string | null = null;
  #lastStream: string | null = null;
  #last: EnvironmentLog | null = null;
  #forgottenNameless = 0;

  of(logGroup: string | null, logStream: string | null): EnvironmentLog {
    if (this.#last !== null && logStream === this.#lastStream && logGroup === this.#lastGroup)
      return this.#last;
    const key = `${logGroup ?? ""}\n${logStream ?? ""}`;
    let found = this.#byKey.get(key);
    if (found === undefined) {
      if (this.#byKey.size >= MOST_ENVIRONMENTS) this.#forgetOldest();
      found = {
        functionName: functionNameOf(logGroup, logStream),
        region: null,
        namedAtMs: null,
        initSeenAtMs: null,
        initReport: null,
        answeredBefore: false,
        nameless: [],
      };
      this.#byKey.set(key, found);
    }
    this.#lastGroup = logGroup;
    this.#lastStream = logStream;
    this.#last = found;
    return found;
  }

  /** Environments whose last failure lines were followed by no REPORT. */
  countNameless(): number {
    let count = this.#forgottenNameless;
    for (const environment of this.#byKey.values()) count += hasProof(environment);
    return count;
  }

  #forgetOldest(): void {
    const [key, oldest] = this.#byKey.entries().next().value as [string, EnvironmentLog];
    this.#forgottenNameless += hasProof(oldest);
    this.#byKey.delete(key);
  }
}

function hasProof(environment: EnvironmentLog): number {
  return environment.nameless.some((line) => line.proves) ? 1 : 0;
}
