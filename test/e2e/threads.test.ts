import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import type { ReadAnswer } from "../../packages/lambent/src/app/read-task.ts";
import { SeenRecords } from "../../packages/lambent/src/invocations/seen-records.ts";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import { events } from "../../tools/fuzz/corpus.mjs";
import { FORMS } from "../../tools/fuzz/forms.mjs";
import { Random } from "../../tools/synthetic-logs/random.mjs";
import { lambent, TOOL } from "./run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cwd = temporaryFolder();
/** Where fewer bytes are stored, one thread reads them. */
const WORTH_THREADS_BYTES = 4 * 1_048_576;
const FILES = 9;
/** Of util-linux: runs a command on the cores that are named. */
const TASKSET = "taskset";

const bytes = Array.from({ length: FILES }, (_, i) => {
  const form = ["s3-export", "aws-logs-tail", "subscription", "json-lines"][i % 4] ?? "";
  // Of different lengths, so that threads end at different times.
  const all = events(new Random(`thread ${i}`), 400 + 250 * i);
  const path = join(cwd, "logs", ["orders", "seats"][i % 2] ?? "", `${i}.log`);
  const text = FORMS[form]?.(all) ?? "";
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return text.length;
}).reduce((sum, length) => sum + length);

const canPin = process.platform === "linux" && spawnSync(TASKSET, ["-V"]).status === 0;

async function onOneCore(...args: string[]): Promise<string> {
  const child = spawn(TASKSET, ["-c", "0", process.execPath, TOOL, ...args], { cwd });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  await once(child, "close");
  return stdout;
}

describe("a set of logs that is worth threads", () => {
  test("is as large as it takes", () => {
    expect(bytes).toBeGreaterThan(WORTH_THREADS_BYTES);
  });

  test.skipIf(!canPin || availableParallelism() < 2)(
    "gives the same report, to the last byte, by one thread and by several [needs Linux, taskset, 2 cores]",
    async () => {
      const args = ["report", "logs", "--format", "json"];
      const one = await onOneCore(...args);
      const assessment = JSON.parse(one) as Assessment;
      expect(assessment.sources).toHaveLength(FILES);
      expect(assessment.totals.invocations).toBeGreaterThan(5_000);
      expect(assessment.totals.errors).toBeGreaterThan(100);
      for (let i = 0; i < 3; i += 1) {
        const { code, stdout } = await lambent(args, { cwd });
        expect(code).toBe(0);
        expect(stdout).toBe(one);
      }
    },
  );
});

test("a file that went away since it was found is told, and the other files are read", async () => {
  const path = fileURLToPath(
    new URL("../../packages/lambent/dist/app/read-worker.js", import.meta.url),
  );
  const workerData = {
    filter: { functionName: null, range: null },
    seen: SeenRecords.for(9).buffer,
  };
  const worker = new Worker(path, { workerData });
  const answers: ReadAnswer[] = [];
  for (const task of [
    { path: join(cwd, "gone.log"), index: 0 },
    { path: join(cwd, "logs/orders/0.log"), index: 1 },
    null,
  ]) {
    worker.postMessage(task);
    do {
      const [answer] = (await once(worker, "message")) as [ReadAnswer];
      answers.push(answer);
    } while (answers.at(-1)?.kind === "bytes");
  }
  const [gone, read, account] = answers.filter((answer) => answer.kind !== "bytes");
  expect(gone).toMatchObject({
    kind: "read",
    index: 0,
    reading: { invocations: 0, format: "empty" },
  });
  expect(gone).toHaveProperty("reading.problem", expect.stringContaining("gone.log"));
  expect(read).toMatchObject({
    kind: "read",
    index: 1,
    reading: { problem: null, format: "s3-export" },
  });
  expect(account?.kind).toBe("account");
});
