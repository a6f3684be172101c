import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "../../model/problem.ts";
import { plainBytes } from "./plain-bytes.ts";

interface Plain {
  bytes: Buffer;
  damage: string[];
  largestChunk: number;
}

async function read(chunks: Iterable<Buffer>): Promise<Plain> {
  const damage: string[] = [];
  const parts: Buffer[] = [];
  for await (const part of plainBytes(source(chunks), (problem) => damage.push(problem)))
    parts.push(part);
  return {
    bytes: Buffer.concat(parts),
    damage,
    largestChunk: Math.max(0, ...parts.map((part) => part.length)),
  };
}

async function* source(chunks: Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Lines as an export has them: repetitive enough to compress, and no two alike. */
function logText(lines: number): Buffer {
  const text = Array.from({ length: lines }, (_, i) => {
    const id = (Math.imul(i + 1, 2_654_435_761) >>> 0).toString(16);
    return `2026-01-01T00:00:00.000Z START RequestId: ${id}-${i} Version: $LATEST\n`;
  });
  return Buffer.from(text.join(""));
}

const text = logText(60);

describe("plain bytes", () => {
  test("text goes through untouched, without a UTF-8 mark", async () => {
    expect(await read([text])).toMatchObject({ bytes: text, damage: [] });
    expect((await read([Buffer.from("\ufeff{}")])).bytes.toString()).toBe("{}");
    expect((await read([])).bytes).toHaveLength(0);
  });

  test("UTF-16 of either order becomes UTF-8, however it is cut", async () => {
    const message = "REPORT RequestId: ü – 漢 😀\r\n";
    const little = Buffer.from(`\ufeff${message}`, "utf16le");
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) {
      for (const size of [1, 3, 4, 1_000]) {
        expect((await read(pieces(bytes, size))).bytes.toString()).toBe(message);
      }
    }
  });

  test.each([
    ["Zstandard", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0])],
    ["zip", Buffer.from("PK\u0003\u0004xxxx")],
    ["Parquet", Buffer.from("PAR1....")],
    ["bzip2", Buffer.from("BZh91AY&SY")],
  ])("%s is refused with a code and a next step", async (form, bytes) => {
    const failure = await read([bytes]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: "LAMBENT_UNSUPPORTED_FORMAT", kind: "bad-input" });
    expect((failure as Problem).message).toContain(form);
  });
});

describe("gzip", () => {
  test("members, header fields, empty members and every size of chunk", async () => {
    // Extra field, name, comment and header checksum (RFC 1952, 2.3.1); zlib writes none of them.
    const header = Buffer.from(
      "\x1f\x8b\x08\x1e\0\0\0\0\0\x03\x02\0abname\0comment\0\x12\x34",
      "latin1",
    );
    const plain = gzipSync(text);
    const full = Buffer.concat([header, plain.subarray(10)]);
    const stored = Buffer.concat([full, gzipSync(""), plain, full]);
    const expected = Buffer.concat([text, text, text]);
    for (const size of [1, 2, 7, 1_000, stored.length]) {
      expect(await read(pieces(stored, size))).toMatchObject({ bytes: expected, damage: [] });
    }
  });

  test("many small members, cut anywhere, with one of them damaged", async () => {
    const texts = Array.from({ length: 30 }, (_, i) => logText(1 + (i % 7)));
    const members = texts.map((plain) => gzipSync(plain));
    const whole = Buffer.concat(texts);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 50, max: 3_000 }),
        fc.nat(29),
        fc.constantFrom("none", "checksum", "cut"),
        async (size, at, damage) => {
          const stored = [...members];
          const member = Buffer.from(members[at] as Buffer);
          if (damage === "checksum") member.writeUInt32LE(1, member.length - 8);
          stored[at] = damage === "cut" ? member.subarray(0, member.length - 5) : member;
          const used = damage === "cut" ? stored.slice(0, at + 1) : stored;
          const found = await read(pieces(Buffer.concat(used), size));
          expect(found.bytes).toEqual(
            damage === "cut" ? Buffer.concat(texts.slice(0, at + 1)) : whole,
          );
          expect(found.damage).toHaveLength(damage === "none" ? 0 : 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("gzip in gzip and base64 of gzip are peeled", async () => {
    const twice = gzipSync(
      Buffer.concat([gzipSync(text.subarray(0, 500)), gzipSync(text.subarray(500))]),
    );
    const base64 = gzipSync(text).toString("base64");
    const urlSafe = gzipSync(text).toString("base64url");
    const wrapped = base64.replace(/.{76}/g, "$&\r\n");
    const lines = `${base64}\n${base64}\n`;
    expect(await read([twice])).toMatchObject({ bytes: text, damage: [] });
    for (const pasted of [base64, urlSafe, `"${base64}"\n`, `  ${wrapped}\n`]) {
      for (const size of [1, 5, 1_000_000]) {
        expect(await read(pieces(Buffer.from(pasted), size))).toMatchObject({
          bytes: text,
          damage: [],
        });
      }
    }
    expect((await read([Buffer.from(lines)])).bytes).toEqual(Buffer.concat([text, text]));
  });

  test("cut off at any byte: all that came before is given, and the cut is told", async () => {
    const small = logText(12);
    const stored = gzipSync(small);
    let longest = 0;
    for (let at = 0; at <= stored.length; at += 1) {
      const { bytes, damage } = await read(pieces(stored.subarray(0, at), 64));
      const isWhole = at === 0 || at === stored.length;
      if (at > 2) expect(small.subarray(0, bytes.length).equals(bytes)).toBe(true);
      if (at > 2) expect(damage).toHaveLength(isWhole ? 0 : 1);
      // More stored bytes never give less.
      if (at > 2) expect(bytes.length).toBeGreaterThanOrEqual(longest);
      longest = at > 2 ? bytes.length : 0;
    }
    expect(longest).toBe(small.length);
    // Only the checksum is missing: every plain byte is there.
    expect((await read([stored.subarray(0, stored.length - 8)])).bytes).toEqual(small);
  });

  test.each([
    ["zeros", Buffer.alloc(600), []],
    ["text", Buffer.from("and some more"), ["Behind its gzip data are bytes that are not gzip."]],
    ["one byte", Buffer.of(0x1f), ["It is cut off inside a gzip header."]],
  ])("%s behind the last member cost nothing", async (_, garbage, damage) => {
    for (const size of [1, 100_000]) {
      const stored = Buffer.concat([gzipSync(text), garbage]);
      expect(await read(pieces(stored, size))).toMatchObject({ bytes: text, damage });
    }
  });

  test("damage inside: what stands before it is given, but for the last few bytes", async () => {
    // An invalid block type behind whole, synchronised data: damage at a known place.
    const before = logText(5_000);
    const stored = Buffer.concat([
      Buffer.from("\x1f\x8b\x08\0\0\0\0\0\0\x03", "latin1"),
      deflateRawSync(before, { finishFlush: 2 }),
      Buffer.from([0xff, 0xff, 0xff, 0xff]),
      Buffer.alloc(50_000, 7),
    ]);
    const { bytes, damage } = await read(pieces(stored, 65_536));
    expect(before.subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect(bytes.length).toBeGreaterThan(before.length - 512);
    expect(damage).toEqual([
      "Its gzip data is damaged: what stands behind the damage cannot be read.",
    ]);
  });

  test("a wrong checksum is told, and the next member is read", async () => {
    const wrong = gzipSync(text);
    wrong.writeUInt32LE(1, wrong.length - 8);
    const { bytes, damage } = await read([Buffer.concat([wrong, gzipSync(text)])]);
    expect(bytes).toEqual(Buffer.concat([text, text]));
    expect(damage).toEqual([
      "Its gzip data is damaged: the checksum does not fit, so some bytes may be wrong.",
    ]);
  });

  test("flipped bytes are survived, whatever they are", async () => {
    const stored = gzipSync(text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (flips) => {
          const damaged = Buffer.from(stored);
          // The magic bytes stay, or it is not gzip at all.
          for (const [at, by] of flips) damaged[3 + (at % (stored.length - 3))] = by;
          const found = await read(pieces(damaged, 256));
          if (found.damage.length === 0) expect(found.bytes).toEqual(text);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("a bomb comes in small chunks", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    let total = 0;
    let peakRss = 0;
    const before = process.memoryUsage().rss;
    for await (const chunk of plainBytes(source([bomb]), () => undefined)) {
      total += chunk.length;
      expect(chunk.length).toBeLessThanOrEqual(262_144);
      peakRss = Math.max(peakRss, process.memoryUsage().rss);
    }
    expect(total).toBe(200_000_000);
    expect(peakRss - before).toBeLessThan(120_000_000);
  });
});
