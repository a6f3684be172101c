import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { differences, soak } from "../../tools/soak-ingest-kill.mjs";
import { reportLines } from "./log-lines.ts";
import { lambent } from "./run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cwd = temporaryFolder();

/** The long run is `npm run soak`. */
test("an ingest that is killed ends, when run again, as one that nobody disturbed", async () => {
  const { kills, differences: found } = await soak({
    kills: 6,
    seed: 20_260_101,
    files: 10,
    invocations: 1_500,
    longest: 1_500,
    say: () => undefined,
  });
  expect(kills).toBe(6);
  expect(found).toEqual([]);
});

test("the comparison sees a row too few, one changed, and a wrong sum", async () => {
  const clean = join(cwd, "clean.duckdb");
  const { code, stderr } = await lambent(["ingest", "-", "--store", clean], {
    input: reportLines(50, { initDurationMs: 10 }),
  });
  expect([code, stderr]).toEqual([0, ""]);
  expect(await differences(clean, clean)).toEqual(["copies: nothing to compare"]);
  for (const [i, [sql, what]] of (
    [
      ["DELETE FROM invocation WHERE place = 3", "invocations: 1 missing, 0 too many"],
      ["UPDATE log_event SET message = 'x' WHERE place = 3", "log events: 1 missing, 1 too many"],
      ["UPDATE rollup_5m SET errors = 1 WHERE rowid = 0", "rollups: 1 missing, 1 too many"],
    ] as const
  ).entries()) {
    const other = join(cwd, `other-${i}.duckdb`);
    copyFileSync(clean, other);
    const instance = await DuckDBInstance.create(other);
    const connection = await instance.connect();
    await connection.run(sql);
    connection.closeSync();
    instance.closeSync();
    expect(await differences(clean, other)).toContain(what);
  }
});
