/** The questions of `lambent report`, in the SQL of each peer. */

/** A path ends in FUNCTION/TASK/STREAM/000000.gz; a task is a UUID. */
export const FUNCTION_OF_PATH = "([^/]+)/[0-9a-f-]{36}/";

/** Fields of a REPORT, in the one order in which AWS prints them today. */
export const REPORT =
  "Duration: ([0-9.]+) ms\\tBilled Duration: ([0-9]+) ms\\tMemory Size: ([0-9]+) MB\\tMax Memory Used: ([0-9]+) MB\\t(?:Init Duration: ([0-9.]+) ms\\t)?(?:Status: (\\w+))?";

/** Signs of failures that REPORT lines do not tell. */
const FAILURE_SIGNS = [
  "\tERROR\tInvoke Error \t",
  "Z [ERROR] ",
  " Task timed out after ",
  " Error: Runtime exited with error: ",
];

/**
 * DuckDB. One line is one row of a CSV file without delimiters.
 * @param {string} pattern of the files
 */
export function duckdbReadSql(pattern) {
  return `
    SELECT function, count(*) FILTER (r.duration <> '') AS invocations,
      count(*) FILTER (r.duration = '' OR r.status <> '') AS errors,
      sum(TRY_CAST(r.billed AS BIGINT)) AS billed_ms,
      sum(TRY_CAST(r.billed AS BIGINT) * TRY_CAST(r.size AS BIGINT)) AS mb_ms,
      max(TRY_CAST(r.used AS INTEGER)) AS used_mb,
      count(*) FILTER (r.init <> '') AS cold,
      approx_quantile(TRY_CAST(r.duration AS DOUBLE), [0.5, 0.95, 0.99]) AS duration_ms
    FROM (
      SELECT regexp_extract(filename, '${FUNCTION_OF_PATH}', 1) AS function,
        regexp_extract(line, '${REPORT}', ['duration', 'billed', 'size', 'used', 'init', 'status']) AS r
      FROM ${duckdbLines(pattern)}
      WHERE contains(line, ' REPORT RequestId: ')
        ${FAILURE_SIGNS.map((sign) => `OR contains(line, '${sign}')`).join(" ")}
    ) GROUP BY function`;
}

/** @param {string} pattern of the files */
export function duckdbLines(pattern) {
  return `read_csv('${pattern}', columns = {line: 'VARCHAR'}, delim = '\x01', quote = '', escape = '',
    header = false, auto_detect = false, filename = true, strict_mode = false)`;
}

/**
 * ClickHouse, as chDB runs it.
 * @param {string} pattern of the files
 */
export function chdbReadSql(pattern) {
  const report = REPORT.replaceAll("\\", "\\\\");
  return `
    SELECT function, countIf(isReport) AS invocations, countIf(NOT isReport OR r[6] != '') AS errors,
      sum(toUInt64OrZero(r[2])) AS billed_ms, sum(toUInt64OrZero(r[2]) * toUInt64OrZero(r[3])) AS mb_ms,
      max(toUInt32OrZero(r[4])) AS used_mb, countIf(r[5] != '') AS cold,
      quantilesTDigestIf(0.5, 0.95, 0.99)(toFloat64OrZero(r[1]), isReport) AS duration_ms
    FROM (
      SELECT extract(_path, '${FUNCTION_OF_PATH}') AS function,
        line LIKE '% REPORT RequestId: %' AS isReport,
        if(isReport, extractGroups(line, '${report}'), []) AS r
      FROM file('${pattern}', 'LineAsString', 'line String')
      WHERE isReport
        ${FAILURE_SIGNS.map((sign) => `OR line LIKE '%${sign}%'`).join(" ")}
    ) GROUP BY function FORMAT JSONEachRow`;
}
