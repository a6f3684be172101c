import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProgressLine } from "./progress-line.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A stream that keeps what is written, as a terminal or as a file. */
function stream(isTTY: boolean): NodeJS.WriteStream & { text(): string } {
  const kept = new PassThrough();
  const text = (): string => String((kept.read() as Buffer | null) ?? "");
  return Object.assign(kept, { isTTY, text }) as unknown as NodeJS.WriteStream & { text(): string };
}

test("nothing is drawn in the first second, and nothing taken away", () => {
  const screen = stream(true);
  const line = new ProgressLine("reading", screen);
  vi.advanceTimersByTime(999);
  line.update(50, 100);
  line.end();
  expect(screen.text()).toBe("");
});

test("share, rate and remaining time; the end takes it away", () => {
  const screen = stream(true);
  const line = new ProgressLine("reading", screen);
  vi.advanceTimersByTime(2_000);
  line.update(50_000_000, 200_000_000);
  const bar = screen.text();
  expect(bar).toBe("\r\u001b[2Kreading [######------------------] 25 %  25.0 MB/s  6 s left");
  vi.advanceTimersByTime(50);
  line.update(60_000_000, 200_000_000);
  expect(screen.text()).toBe("");
  line.end();
  expect(screen.text()).toBe("\r\u001b[2K");
  line.end();
  expect(screen.text()).toBe("");
});

test("of an unknown whole: how much, how fast", () => {
  const screen = stream(true);
  const line = new ProgressLine("reading", screen);
  vi.advanceTimersByTime(2_000);
  line.update(3_000_000_000, null);
  expect(screen.text()).toBe("\r\u001b[2Kreading 3.0 GB, 1.5 GB/s");
});

test("in a file: a plain line every five seconds, without control characters", () => {
  const log = stream(false);
  const line = new ProgressLine("storing", log);
  let said = "";
  for (let second = 1; second <= 12; second += 1) {
    vi.advanceTimersByTime(1_000);
    line.update(second * 1_000_000, 100_000_000);
    said += log.text();
  }
  line.end();
  said += log.text();
  expect(said.trimEnd().split("\n")).toHaveLength(2);
  expect(said).toMatch(/^[\n -~]+$/);
});
