import type { LogEvent } from "../model/log-event.ts";
import type { EnvironmentLog } from "./environment-log.ts";
import { functionNameOf } from "./function-name.ts";

/** Environments have been seen to live up to about 14 hours, busy ones included. Milliseconds. */
const LONGEST_LIFE_MS = 14 * 3_600_000;

/**
 * Notes what an init line says of its environment. A stream's own name stands; in a log without
 * stream names, the last init says whose lines these are.
 */
export function nameEnvironment(
  environment: EnvironmentLog,
  event: LogEvent,
  functionName: string | null,
  region: string | null,
): void {
  if (event.logStream === null) {
    environment.functionName = functionName ?? environment.functionName;
    environment.region = region;
    environment.namedAtMs = event.timestamp ?? Number.NaN;
    return;
  }
  environment.functionName ??= functionName;
  environment.region ??= region;
}

/**
 * Without a stream's name, what an init said holds no longer than an environment can live; without
 * a time as well, for one REPORT (`afterReport`).
 */
export function forgetOldName(
  environment: EnvironmentLog,
  event: Pick<LogEvent, "timestamp" | "logGroup" | "logStream">,
  afterReport: boolean,
): void {
  const { namedAtMs } = environment;
  if (namedAtMs === null || event.logStream !== null) return;
  const old =
    Number.isNaN(namedAtMs) || event.timestamp === null
      ? afterReport
      : Math.abs(event.timestamp - namedAtMs) > LONGEST_LIFE_MS;
  if (!old) return;
  environment.functionName = functionNameOf(event.logGroup, null);
  environment.region = null;
  environment.namedAtMs = null;
}
