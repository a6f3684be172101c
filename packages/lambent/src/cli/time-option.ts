import { InvalidArgumentError } from "commander";

const DAY_MS = 86_400_000;

/** As the AWS CLI writes spans: `5m`, `12h`, `7d`, `2w`, back from now. */
const SPAN = /^(\d+(?:\.\d+)?)([smhdw])$/;
const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: DAY_MS,
  w: 7 * DAY_MS,
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A time on the command line, in milliseconds since the epoch: ISO 8601, or a span back from now.
 * A day, and a time without a zone, is UTC, as CloudWatch's own. `end: true` takes a day to its last
 * millisecond, so that `--until 2026-01-07` has that day in it.
 *
 * @throws InvalidArgumentError
 */
export function parseTime(text: string, end: boolean, nowMs: number): number {
  const span = SPAN.exec(text);
  if (span !== null) return nowMs - Number(span[1]) * (UNIT_MS[span[2] as string] as number);
  const time = TIME.exec(text);
  const isDay = DAY.test(text);
  const epochMs = isDay
    ? Date.parse(text)
    : time === null
      ? Number.NaN
      : Date.parse(`${text.replace(" ", "T")}${time[1] === undefined ? "Z" : ""}`);
  if (Number.isNaN(epochMs) || !sameDay(text, epochMs, time?.[1])) {
    throw new InvalidArgumentError("Use 2026-01-31, 2026-01-31T12:00:00Z, or 7d for 7 days ago.");
  }
  return isDay && end ? epochMs + DAY_MS - 1 : epochMs;
}

/** 31 February is no day, though JavaScript reads it as one in March. */
function sameDay(text: string, epochMs: number, zone: string | undefined): boolean {
  if (zone !== undefined && zone.toUpperCase() !== "Z") return true;
  return new Date(epochMs).toISOString().startsWith(text.slice(0, 10));
}
