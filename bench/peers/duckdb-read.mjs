/** `duckdb-read.mjs FOLDER`: the report's figures by DuckDB's SQL, as JSON. */
import { openDuckdb } from "./duckdb.mjs";
import { duckdbReadSql } from "./read-sql.mjs";

const { connection } = await openDuckdb(":memory:");
const result = await connection.runAndReadAll(duckdbReadSql(`${process.argv[2]}/**/*.gz`));
const rows = result.getRowObjects().map((row) => ({
  name: String(row["function"]),
  invocations: Number(row["invocations"]),
  errors: Number(row["errors"]),
  billedMs: Number(row["billed_ms"]),
  mbMs: Number(row["mb_ms"]),
}));
console.log(JSON.stringify(rows));
