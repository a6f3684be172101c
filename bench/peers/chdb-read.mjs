/** `chdb-read.mjs FOLDER`: the report's figures by ClickHouse's SQL, in this process, as JSON. */
import { loadPeer } from "./install.mjs";
import { chdbReadSql } from "./read-sql.mjs";

const { query } = /** @type {{ query: (sql: string, format: string) => unknown }} */ (
  loadPeer("chdb")
);
const text = String(query(chdbReadSql(`${process.argv[2]}/**/*.gz`), "JSONEachRow"));
const rows = text
  .trim()
  .split("\n")
  .map((line) => /** @type {Record<string, unknown>} */ (JSON.parse(line)))
  .map((row) => ({
    name: String(row["function"]),
    invocations: Number(row["invocations"]),
    errors: Number(row["errors"]),
    billedMs: Number(row["billed_ms"]),
    mbMs: Number(row["mb_ms"]),
  }));
console.log(JSON.stringify(rows));
