/** `duckdb-ingest.mjs FOLDER FILE`: logs into a database by SQL; what is in it then, as JSON. */
import { openDuckdb } from "./duckdb.mjs";
import { duckdbIngestSql } from "./ingest-sql.mjs";

const [folder = "", file = ""] = process.argv.slice(2);
const { connection, database } = await openDuckdb(file, {
  // As the store has it: zstd for text needs 1.2.
  storage_compatibility_version: "v1.4.0",
});
for (const sql of duckdbIngestSql(`${folder}/**/*.gz`)) await connection.run(sql);
const result = await connection.runAndReadAll(
  `SELECT count(*) AS invocations, sum(billed_duration_ms) AS billed_ms,
     (SELECT count(*) FROM log_event) AS lines FROM invocation`,
);
const row = result.getRowObjects()[0] ?? {};
database.closeSync();
console.log(
  JSON.stringify({
    invocations: Number(row["invocations"]),
    billedMs: Number(row["billed_ms"]),
    lines: Number(row["lines"]),
  }),
);
