import { functionNameOf } from "./function-name.ts";
import type { InitReport } from "./init-line.ts";
import { RecentMap } from "./recent-map.ts";

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
}

/** Environments kept at once; beyond that those are forgotten that have been silent longest. */
const MOST_ENVIRONMENTS = 20_000;

/** The environments of a log by group and stream, in bounded memory. */
export class EnvironmentLogs {
  readonly #byKey = new RecentMap<string, EnvironmentLog>(MOST_ENVIRONMENTS);
  #lastGroup: string | null = null;
  #lastStream: string | null = null;
  #last: EnvironmentLog | null = null;

  of(logGroup: string | null, logStream: string | null): EnvironmentLog {
    if (this.#last !== null && logStream === this.#lastStream && logGroup === this.#lastGroup)
      return this.#last;
    const key = `${logGroup ?? ""}\n${logStream ?? ""}`;
    let found = this.#byKey.get(key);
    if (found === undefined) {
      found = {
        functionName: functionNameOf(logGroup, logStream),
        region: null,
        namedAtMs: null,
        initSeenAtMs: null,
        initReport: null,
        answeredBefore: false,
      };
      this.#byKey.add(key, found);
    }
    this.#lastGroup = logGroup;
    this.#lastStream = logStream;
    this.#last = found;
    return found;
  }
}
