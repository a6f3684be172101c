import { Writable } from "node:stream";
import { setImmediate as untilIdle } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { PressedWriter } from "./pressed-writer.ts";

/** A reader that takes its time, and notes how much waited for it at most. */
class SlowReader extends Writable {
  readonly pieces: string[] = [];
  mostWaiting = 0;

  constructor() {
    super({ highWaterMark: 16_384, decodeStrings: false });
  }

  override _write(piece: string, _encoding: string, done: () => void): void {
    this.mostWaiting = Math.max(this.mostWaiting, this.writableLength);
    this.pieces.push(piece);
    setImmediate(done);
  }
}

describe("PressedWriter", () => {
  test("gives all text in its order, in pieces", async () => {
    const reader = new SlowReader();
    const writer = new PressedWriter(reader);
    const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i} é\n`);
    for (const line of lines) {
      writer.write(line);
      await writer.flush();
    }
    await writer.flush(true);
    await untilIdle();
    expect(reader.pieces.join("")).toBe(lines.join(""));
    expect(reader.pieces.length).toBeLessThan(10);
  });

  test("waits for a slow reader, so that little text waits in memory", async () => {
    const reader = new SlowReader();
    const writer = new PressedWriter(reader);
    const line = "x".repeat(1_000);
    for (let i = 0; i < 50_000; i += 1) {
      writer.write(line);
      await writer.flush();
    }
    await writer.flush(true);
    expect(reader.pieces.join("")).toHaveLength(50_000_000);
    expect(reader.mostWaiting).toBeLessThan(200_000);
  });

  test("keeps small texts until it is forced", async () => {
    const reader = new SlowReader();
    const writer = new PressedWriter(reader);
    writer.write("a");
    await writer.flush();
    expect(reader.pieces).toEqual([]);
    await writer.flush(true);
    expect(reader.pieces).toEqual(["a"]);
    await writer.flush(true);
    expect(reader.pieces).toEqual(["a"]);
  });

  test.each([
    ["breaks", (reader: Writable) => reader.destroy(new Error("EPIPE"))],
    ["goes away", (reader: Writable) => reader.destroy()],
  ])("does not wait for ever where the reader %s", async (_, leave) => {
    const reader = new Writable({ write: () => undefined });
    reader.on("error", () => undefined);
    const writer = new PressedWriter(reader);
    writer.write("x".repeat(100_000));
    const flushed = writer.flush();
    leave(reader);
    await expect(flushed).rejects.toThrow();
    writer.write("x".repeat(100_000));
    await expect(writer.flush()).rejects.toThrow();
  });
});
