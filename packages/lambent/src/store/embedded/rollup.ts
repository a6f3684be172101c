import { BUCKETS_PER_E } from "../../statistics/log-bucket.ts";

/** Columns of `rollup_5m` as sums over invocation rows. */
const ROLLUP_OF_ROWS = `
  function_name, region, memory_size_mb, time_bucket(INTERVAL 5 MINUTE, timestamp) AS bin,
  count(*) AS invocations,
  count(*) FILTER (WHERE status = 'error') AS errors,
  count(*) FILTER (WHERE status = 'timeout') AS timeouts,
  count(*) FILTER (WHERE cold_start) AS cold_starts,
  count(*) FILTER (WHERE cold_start IS NULL) AS cold_start_unknown,
  sum(duration_ms) AS duration_ms,
  coalesce(sum(billed_duration_ms), 0) AS billed_duration_ms,
  coalesce(sum(init_duration_ms), 0) AS init_duration_ms,
  coalesce(sum(cost_usd), 0) AS cost_usd,
  count(*) FILTER (WHERE cost_usd IS NULL) AS cost_unknown,
  max(duration_ms) AS max_duration_ms,
  max(max_memory_used_mb) AS max_memory_used_mb`;

/** `rollup_5m` may hold several rows of one bin (one a commit); this is their sum. */
const ROLLUP_OF_ROLLUPS = `
  function_name, region, memory_size_mb, bin, sum(invocations)::BIGINT AS invocations,
  sum(errors)::BIGINT AS errors, sum(timeouts)::BIGINT AS timeouts,
  sum(cold_starts)::BIGINT AS cold_starts, sum(cold_start_unknown)::BIGINT AS cold_start_unknown,
  sum(duration_ms) AS duration_ms, sum(billed_duration_ms) AS billed_duration_ms,
  sum(init_duration_ms) AS init_duration_ms, sum(cost_usd) AS cost_usd,
  sum(cost_unknown)::BIGINT AS cost_unknown, max(max_duration_ms) AS max_duration_ms,
  max(max_memory_used_mb) AS max_memory_used_mb`;

const ROLLUP_KEY = "function_name, region, memory_size_mb, bin";
const HISTOGRAM_KEY = "function_name, region, memory_size_mb, hour, bucket";

// Same rule as `LogHistogram`: thousandths, then ⌊ln × 128⌋; no bucket holds 0.
const HISTOGRAM_OF_ROWS = `
  function_name, region, memory_size_mb, time_bucket(INTERVAL 1 HOUR, timestamp) AS hour,
  CASE WHEN duration_ms > 0 THEN floor(ln(duration_ms) * ${BUCKETS_PER_E})::INTEGER END AS bucket,
  count(*) AS n`;

/** Rollup rows of the invocations that meet a condition. */
export function rollupSql(condition: string): string {
  return `SELECT ${ROLLUP_OF_ROWS} FROM invocation WHERE ${condition} GROUP BY ${ROLLUP_KEY}`;
}

/** Histogram rows of the invocations that meet a condition. */
export function histogramSql(condition: string): string {
  return `SELECT ${HISTOGRAM_OF_ROWS} FROM invocation WHERE ${condition} GROUP BY ${HISTOGRAM_KEY}`;
}

/** One row for each bin. */
export const MERGED_ROLLUPS: string = `SELECT ${ROLLUP_OF_ROLLUPS} FROM rollup_5m GROUP BY ${ROLLUP_KEY}`;
export const MERGED_HISTOGRAMS: string = `SELECT ${HISTOGRAM_KEY}, sum(n)::BIGINT AS n FROM histogram_1h GROUP BY ${HISTOGRAM_KEY}`;
