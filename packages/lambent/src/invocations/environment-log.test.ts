import { expect, test } from "vitest";
import { EnvironmentLogs } from "./environment-log.ts";

test("an environment is one stream of one group", () => {
  const logs = new EnvironmentLogs();
  const first = logs.of("/aws/lambda/orders", "a");
  expect(logs.of("/aws/lambda/orders", "a")).toBe(first);
  const others = [
    logs.of("/aws/lambda/orders", "b"),
    logs.of("/aws/lambda/seats", "a"),
    logs.of(null, "a"),
    logs.of("/aws/lambda/orders", null),
    logs.of(null, null),
  ];
  expect(new Set([first, ...others]).size).toBe(6);
  expect(logs.of("/aws/lambda/orders", "a")).toBe(first);
  expect(first.functionName).toBe("orders");
  expect(logs.of(null, "2026/01/31/seats[$LATEST]0a").functionName).toBe("seats");
  expect(logs.of(null, null).functionName).toBeNull();
});

test("200,000 streams: memory is bounded, and those in use are the ones that are known", () => {
  const logs = new EnvironmentLogs();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 200_000; i += 1)
    logs.of("/aws/lambda/orders", `stream ${i}`).answeredBefore = true;
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
  expect(logs.of("/aws/lambda/orders", "stream 199999").answeredBefore).toBe(true);
  expect(logs.of("/aws/lambda/orders", "stream 190001").answeredBefore).toBe(true);
  // Forgotten, and begun anew.
  expect(logs.of("/aws/lambda/orders", "stream 0").answeredBefore).toBe(false);
});

test("an environment that goes on logging is not forgotten for many that are silent", () => {
  const logs = new EnvironmentLogs();
  const busy = logs.of("/aws/lambda/orders", "busy");
  for (let i = 0; i < 100_000; i += 1) {
    logs.of("/aws/lambda/orders", `stream ${i}`);
    if (i % 5_000 === 0) expect(logs.of("/aws/lambda/orders", "busy")).toBe(busy);
  }
});
