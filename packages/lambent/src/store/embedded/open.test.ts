import { execFileSync, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { invocationBlock } from "../invocation-block.ts";
import type { LogEventBlock } from "../log-event-block.ts";
import { invocationOf } from "../samples.contract.ts";
import { openEmbeddedStore } from "./open.ts";
import { problemFrom } from "./store-problem.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lambent-open-"));
  path = join(folder, "store.duckdb");
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function makeStore(): Promise<void> {
  await (await openEmbeddedStore(path, "create")).close();
}

async function sql(statement: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

const opening = async (mode: "create" | "update" | "read"): Promise<void> =>
  (await openEmbeddedStore(path, mode)).close();

describe("opening a store", () => {
  test.each(["update", "read"] as const)("%s: there is none", async (mode) => {
    await expect(opening(mode)).rejects.toMatchObject({ code: "LAMBENT_STORE_NOT_FOUND" });
    await expect(stat(path)).rejects.toThrow("ENOENT");
  });

  test("a new store is made with the folders it needs, and can be read", async () => {
    path = join(folder, "a/b/store.duckdb");
    await makeStore();
    await opening("read");
  });

  test("a file of something else is refused and left as it is", async () => {
    const content = "SQLite format 3\0 and more text than a header has";
    await writeFile(path, content);
    for (const mode of ["create", "update", "read"] as const) {
      await expect(opening(mode)).rejects.toMatchObject({ code: "LAMBENT_STORE_FOREIGN" });
    }
    expect(await readFile(path, "utf8")).toBe(content);
  });

  test("a folder is refused", async () => {
    await mkdir(path);
    await expect(opening("create")).rejects.toMatchObject({ code: "LAMBENT_STORE_FOREIGN" });
  });

  test("a DuckDB database of something else is refused and gets no tables", async () => {
    await sql("CREATE TABLE invocation (x INTEGER)");
    for (const mode of ["create", "read"] as const) {
      await expect(opening(mode)).rejects.toMatchObject({ code: "LAMBENT_STORE_FOREIGN" });
    }
    await sql("DROP TABLE invocation");
  });

  test("a damaged store is refused", async () => {
    await makeStore();
    const bytes = await readFile(path);
    bytes.fill(0x55, 12, 8192);
    await writeFile(path, bytes);
    await expect(opening("create")).rejects.toMatchObject({
      code: expect.stringMatching(/^LAMBENT_STORE_(FOREIGN|NEWER_SCHEMA)$/) as string,
    });
  });

  test("older tables that cannot be converted are refused", async () => {
    await makeStore();
    await sql("UPDATE lambent_store SET schema_version = 0");
    for (const mode of ["create", "update", "read"] as const) {
      await expect(opening(mode)).rejects.toMatchObject({ code: "LAMBENT_STORE_OLD_SCHEMA" });
    }
  });

  test("newer tables are refused", async () => {
    await makeStore();
    await sql("UPDATE lambent_store SET schema_version = 1000");
    await expect(opening("read")).rejects.toMatchObject({ code: "LAMBENT_STORE_NEWER_SCHEMA" });
  });

  test("a newer file format is refused", async () => {
    await makeStore();
    const bytes = await readFile(path);
    // The version of the format stands behind the magic bytes; DuckDB looks at it first.
    bytes.writeBigUInt64LE(9_999n, 12);
    await writeFile(path, bytes);
    await expect(opening("read")).rejects.toMatchObject({
      code: expect.stringMatching(/^LAMBENT_STORE_(NEWER_SCHEMA|FOREIGN)$/) as string,
    });
  });

  test("a second writer in the same process is refused until the first has closed", async () => {
    const first = await openEmbeddedStore(path, "create");
    await expect(opening("update")).rejects.toMatchObject({ code: "LAMBENT_STORE_IN_USE" });
    await first.close();
    await opening("update");
  });

  test("a store that another process writes to is refused, and its process is named", async () => {
    await makeStore();
    const holder = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { DuckDBInstance } from "@duckdb/node-api";
         const instance = await DuckDBInstance.create(process.argv[1]);
         const connection = await instance.connect();
         console.log("open");
         setInterval(() => connection, 1000);`,
        path,
      ],
      { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"] },
    );
    const ended = new Promise((resolve) => holder.once("exit", resolve));
    try {
      await new Promise((resolve) => holder.stdout.once("data", resolve));
      for (const mode of ["create", "read"] as const) {
        await expect(opening(mode)).rejects.toMatchObject({
          code: "LAMBENT_STORE_IN_USE",
          message: expect.stringContaining(String(holder.pid)) as string,
        });
      }
    } finally {
      holder.kill("SIGKILL");
      await ended;
    }
    await opening("update");
  });

  test("a folder that cannot be made is told as not writable", async () => {
    await writeFile(join(folder, "file"), "");
    path = join(folder, "file/store.duckdb");
    await expect(opening("create")).rejects.toMatchObject({ code: "LAMBENT_STORE_NOT_WRITABLE" });
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "a file without the permission to write is told as not writable [not as root]",
    async () => {
      await makeStore();
      await chmod(path, 0o444);
      await expect(opening("update")).rejects.toMatchObject({ code: "LAMBENT_STORE_NOT_WRITABLE" });
    },
  );

  test("a store opened for reading takes no rows", async () => {
    await makeStore();
    const store = await openEmbeddedStore(path, "read");
    await expect(store.ingest()).rejects.toMatchObject({ code: "LAMBENT_STORE_NOT_WRITABLE" });
    await expect(store.forgetBefore(0)).rejects.toMatchObject({
      code: "LAMBENT_STORE_NOT_WRITABLE",
    });
    await store.close();
  });
});

/** A file system of 48 MB; null where this machine does not let us make one. */
function smallDisk(at: string): (() => void) | null {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=48m", "tmpfs", at], { stdio: "ignore" });
    return () => execFileSync("umount", ["-l", at]);
  } catch {
    return null;
  }
}

describe("a full disk", () => {
  test("is told as such, and after making room the ingest goes on to the same end", async (context) => {
    const disk = join(folder, "disk");
    await mkdir(disk);
    const unmount = smallDisk(disk);
    if (unmount === null) return context.skip("needs the right to mount a file system of its own");
    try {
      path = join(disk, "store.duckdb");
      const object = { name: "x", etag: "1", parser: "test", logEvents: true };
      const ballast = join(disk, "ballast");
      await writeFile(ballast, Buffer.alloc(40 << 20));
      const blocks = 6;
      const rowsAtOnce = 20_000;
      const ingest = async (): Promise<void> => {
        const store = await openEmbeddedStore(path, "create");
        try {
          const session = await store.ingest({ commitRows: rowsAtOnce });
          const { blocks: done } = await session.begin(object);
          for (let number = done; number < blocks; number++) {
            const row = invocationOf({ requestId: `r${number}` });
            await session.write({
              number,
              invocations: invocationBlock([row]),
              logEvents: incompressible(number, rowsAtOnce),
            });
            await session.commit();
          }
          await session.close();
        } finally {
          await store.close();
        }
      };
      await expect(ingest()).rejects.toMatchObject({ code: "LAMBENT_STORE_DISK_FULL" });
      await rm(ballast);
      await ingest();
      const store = await openEmbeddedStore(path, "read");
      const ids: string[] = [];
      for await (const batch of store.invocations()) ids.push(...batch.map((i) => i.requestId));
      let events = 0;
      for await (const batch of store.logEvents()) events += batch.length;
      await store.close();
      expect(ids).toEqual(Array.from({ length: blocks }, (_, i) => `r${i}`));
      expect(events).toBe(blocks * rowsAtOnce);
    } finally {
      unmount();
    }
  });

  test.each([
    'IO Error: Could not write to file "/x/y.wal": No space left on device',
    "TransactionContext Error: Failed to commit: ENOSPC",
  ])("%s", (message) => {
    expect(problemFrom(new Error(message), "x")).toMatchObject({ code: "LAMBENT_STORE_DISK_FULL" });
  });
});

/** Log events of 100 bytes that zstd cannot make small. */
function incompressible(seed: number, count: number): LogEventBlock {
  const bytes = new Uint8Array(count * 100);
  let state = seed + 1;
  for (let i = 0; i < bytes.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = 33 + ((state >>> 24) % 90);
  }
  return {
    count,
    bytes,
    starts: Uint32Array.from({ length: count }, (_, i) => i * 100),
    ends: Uint32Array.from({ length: count }, (_, i) => i * 100 + 100),
    timestampMs: new Float64Array(count).fill(1),
    stream: new Uint32Array(count),
    streams: [{ logGroup: null, logStream: null }],
  };
}
