import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findObjects } from "./files/find-objects.ts";
import { fileObject } from "./files/file-object.ts";
import { readObject } from "./read-object.ts";
import { readChunks, readText } from "./source.contract.ts";

const REPORT = "REPORT RequestId: 7d1f0c52-3c5e-4bb0-9c1d-1a2b3c4d5e6f\tDuration: 3.10 ms\t";

describe("forms", () => {
  test.each([
    ["", "empty"],
    [" \n\n", "empty"],
    [`2026-03-04T05:06:07.089Z ${REPORT}\n`, "s3-export"],
    [`2026-03-04T05:06:07.089Z 2026/03/04/[$LATEST]5ad1c7e09b3f4c2e ${REPORT}\n`, "aws-logs-tail"],
    [`2026/03/04/[$LATEST]5ad1c7e09b3f4c2e 2026-03-04T05:06:07.089000 ${REPORT}\n`, "sam-logs"],
    [`${REPORT}\n`, "plain-text"],
    [`2026-03-04T05:06:07 ${REPORT}\n`, "aws-logs-tail"],
    [`2026-03-04T05:06:07.089Z\n${REPORT}\n`, "plain-text"],
    [
      `\u001b[32m2026-03-04T05:06:07.089000+00:00\u001b[0m \u001b[36m2026/03/04/[$LATEST]5ad1c7e09b3f4c2e\u001b[0m ${REPORT}\n`,
      "aws-logs-tail",
    ],
    [
      '2026-03-04T05:06:07.089Z {"time":"2026-03-04T05:06:07.089Z","type":"platform.start","record":{}}\n',
      "s3-export",
    ],
  ])("%j is %s", async (text, format) => {
    const read = await readText(text);
    expect(read.format).toBe(format);
    expect(read.events).toHaveLength(format === "empty" ? 0 : 1);
  });

  test("a form that cannot be read is a problem with a code, and nothing is thrown", async () => {
    const read = await readChunks([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3])]);
    expect(read).toMatchObject({ format: "empty", bytes: 7, events: [] });
    expect(read.problem).toContain("Zstandard");
    expect(read.problem).toContain("LAMBENT_UNSUPPORTED_FORMAT");
  });

  test("an error of reading is a problem, and what came before it is given", async () => {
    const events: string[] = [];
    const read = await readObject(
      {
        name: "x",
        sizeBytes: null,
        etag: "",
        logGroup: null,
        logStream: null,
        functionName: null,
        async *open(): AsyncGenerator<Buffer> {
          yield Buffer.from(`${REPORT}\n`);
          throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
        },
      },
      { needles: null, event: (event) => events.push(event.message), unreadable: () => undefined },
    );
    expect(events).toEqual([REPORT]);
    expect(read.problem).toBe("No permission to read it.");
  });

  test("a file that went away is a problem", async () => {
    const { objects } = await findObjects([import.meta.filename]);
    const stats = { isFile: () => true, size: 1n, mtimeNs: 1n };
    const gone = fileObject("gone-since.log", stats as Parameters<typeof fileObject>[1]);
    const sink = { needles: null, event: () => undefined, unreadable: () => undefined };
    expect((await readObject(gone, sink)).problem).toContain("ENOENT");
    let bytes = 0;
    const read = await readObject(objects[0] as never, sink, (count) => (bytes += count));
    expect(read).toMatchObject({ problem: null, bytes: objects[0]?.sizeBytes });
    expect(bytes).toBe(read.bytes);
  });
});

describe("hostile bytes", () => {
  const long = "x".repeat(20_000_000);
  test.each([
    ["20 MB without a line end", long],
    ["a string of 20 MB in JSON", `{"events":[{"message":"${long}"},{"message":"after"}]}`],
    ["a key of 20 MB", `{"${long}":1}\n{"timestamp":1,"message":"after"}`],
    ["a CSV field of 20 MB", `timestamp,message\n1772600000001,"${long}"\n1772600000002,after\n`],
    ["a million brackets", "[".repeat(1_000_000)],
    ["a million objects in each other", '{"a":'.repeat(1_000_000)],
    ["a million closing brackets", `{"a":1}\n${"]".repeat(1_000_000)}`],
    ["a million opening quotes", `timestamp,message\n${'"\n'.repeat(10_000)}`],
    ["NUL bytes", "\0".repeat(100_000)],
    ["NUL bytes in a line", `${REPORT}\0\0\n\0\0REPORT\n`],
    ["escapes", `{"message":"${"\\\\".repeat(1_000_000)}"}`],
  ])("%s: no crash, bounded time and memory", async (_, text) => {
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (__, i) =>
      bytes.subarray(i * 65_536, (i + 1) * 65_536),
    );
    const started = performance.now();
    const read = await readChunks(chunks);
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const sample of read.unreadable) expect(sample.length).toBeLessThanOrEqual(600);
    expect(read.problem).toBeNull();
    if (text.includes("after"))
      expect(read.events.map((event) => event.message)).toContain("after");
  });

  test("any bytes, plain or as gzip, in any chunks", async () => {
    const pieces = [
      '{"events":[',
      '{"message":"a"}',
      '"',
      "\\",
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "\n",
      "\r",
      "\0",
      "\ufeff",
      "timestamp,message\n",
      "2026-03-04T05:06:07.089Z ",
      "REPORT RequestId: a\t",
      "H4sI",
      '{"messageType":"DATA_MESSAGE","logEvents":[',
      '{"results":[[',
      "é",
      "1",
      " ",
    ];
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces).map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.boolean(), async (parts, isGzip) => {
        const bytes = Buffer.concat(parts);
        const whole = await readChunks([isGzip ? gzipSync(bytes) : bytes]);
        const cut = await readChunks(isGzip ? [gzipSync(bytes)] : parts);
        expect(cut.events).toEqual(whole.events);
        expect(cut.unreadable.length).toBe(whole.unreadable.length);
      }),
      { numRuns: 1_500 },
    );
  });
});
