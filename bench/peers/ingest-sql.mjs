import { FUNCTION_OF_PATH, REPORT, duckdbLines } from "./read-sql.mjs";

/**
 * What `lambent ingest` does, as far as SQL goes: the same tables with the same compression, every
 * line kept, the fields of REPORT lines taken out by one regular expression, then the sums. Lines
 * are not joined to events, failures are not told apart, nothing is kept to go on after a crash.
 * @param {string} pattern of the files
 * @returns {string[]}
 */
export function duckdbIngestSql(pattern) {
  return [
    "SET preserve_insertion_order = false",
    `CREATE TABLE log_stream AS SELECT (row_number() OVER ())::UINTEGER AS stream, file AS filename,
       regexp_extract(file, '${FUNCTION_OF_PATH}', 1) AS function_name,
       regexp_extract(file, '([^/]+)/[^/]+$', 1) AS log_stream FROM glob('${pattern}')`,
    "CREATE TABLE log_event (stream UINTEGER, timestamp TIMESTAMP, message VARCHAR USING COMPRESSION zstd)",
    `INSERT INTO log_event
       SELECT stream, time, CASE WHEN time IS NULL THEN line ELSE line[26:] END
       FROM (SELECT filename, line, TRY_CAST(line[1:23] AS TIMESTAMP) AS time
         FROM ${duckdbLines(pattern)}) JOIN log_stream USING (filename)`,
    `CREATE TABLE invocation (request_id VARCHAR, function_name VARCHAR, log_stream VARCHAR,
       timestamp TIMESTAMP, status VARCHAR, error_type VARCHAR, cold_start BOOLEAN,
       duration_ms DOUBLE, billed_duration_ms DOUBLE, memory_size_mb DOUBLE,
       max_memory_used_mb DOUBLE, init_duration_ms DOUBLE)`,
    `INSERT INTO invocation
       SELECT message[19:54], function_name, log_stream, timestamp,
         CASE r.status WHEN '' THEN 'success' ELSE r.status END, nullif(r.error, ''), r.init <> '',
         r.duration::DOUBLE, r.billed::DOUBLE, r.size::DOUBLE, r.used::DOUBLE,
         TRY_CAST(r.init AS DOUBLE)
       FROM (SELECT stream, timestamp, message, regexp_extract(message, '${REPORT}(?:\\tError Type: ([A-Za-z.]+))?',
           ['duration', 'billed', 'size', 'used', 'init', 'status', 'error']) AS r
         FROM log_event WHERE starts_with(message, 'REPORT RequestId: ')) JOIN log_stream USING (stream)`,
    `CREATE TABLE rollup_5m AS SELECT function_name, memory_size_mb,
       time_bucket(INTERVAL 5 MINUTE, timestamp) AS bin, count(*) AS invocations,
       count(*) FILTER (status = 'error') AS errors, count(*) FILTER (status = 'timeout') AS timeouts,
       count(*) FILTER (cold_start) AS cold_starts, sum(duration_ms) AS duration_ms,
       sum(billed_duration_ms) AS billed_duration_ms, sum(init_duration_ms) AS init_duration_ms,
       max(duration_ms) AS max_duration_ms, max(max_memory_used_mb) AS max_memory_used_mb
       FROM invocation GROUP BY ALL`,
    `CREATE TABLE histogram_1h AS SELECT function_name, memory_size_mb,
       time_bucket(INTERVAL 1 HOUR, timestamp) AS hour, floor(ln(duration_ms) * 128)::INTEGER AS bucket,
       count(*) AS n FROM invocation WHERE duration_ms > 0 GROUP BY ALL`,
    "CHECKPOINT",
  ];
}
