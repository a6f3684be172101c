import type { TimeRange } from "../../model/time-range.ts";

/** Both ends inclusive; what has no time is outside every range. */
export function timeSql(column: string, range: TimeRange | undefined): string[] {
  if (range === undefined) return [];
  return [`${column} BETWEEN ${timestampSql(range.startMs)} AND ${timestampSql(range.endMs)}`];
}

/** A time in milliseconds since the epoch as a literal. Beyond the years DuckDB knows: its limits. */
export function timestampSql(ms: number): string {
  if (ms >= 9e15) return "'infinity'::TIMESTAMP";
  if (ms <= -9e15) return "'-infinity'::TIMESTAMP";
  return `make_timestamp(${Math.round(ms * 1000)})`;
}

export function textSql(column: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${column} = '${value.replaceAll("'", "''")}'`];
}
