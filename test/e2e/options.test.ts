import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import type { Invocation } from "../../packages/lambent/src/model/invocation.ts";
import { reportLines } from "./log-lines.ts";
import { lambent } from "./run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cwd = temporaryFolder();
/** One invocation a minute from 2026-01-01T00:00Z: 3 days. */
const COUNT = 3 * 24 * 60;
const DAY = 24 * 60;
writeFileSync(
  join(cwd, "days.log"),
  reportLines(COUNT, { durationMs: 1_000, memorySizeMb: 1_024 }),
);

async function report(...args: string[]): Promise<Assessment> {
  const { code, stdout, stderr } = await lambent(["report", ...args, "-f", "json"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Assessment;
}

async function invocations(...args: string[]): Promise<Invocation[]> {
  const { stdout } = await lambent(["invocations", ...args, "-f", "json"], { cwd });
  return JSON.parse(stdout) as Invocation[];
}

describe("--since and --until", () => {
  test.each([
    [["--since", "2026-01-02"], 2 * DAY],
    [["--until", "2026-01-02"], 2 * DAY],
    [["--since", "2026-01-02", "--until", "2026-01-02"], DAY],
    [["--since", "2026-01-01T12:00", "--until", "2026-01-01T12:59:59Z"], 60],
    [["--since", "2026-01-01T14:00:00+02:00", "--until", "2026-01-01T12:59:59"], 60],
    [["--since", "2026-01-01 12:00:00", "--until", "2026-01-01T12:00:00.000Z"], 1],
  ])("%j: %i invocations, both ends included", async (args, count) => {
    expect((await report("days.log", ...args)).totals.invocations).toBe(count);
    expect(await invocations("days.log", ...args)).toHaveLength(count);
  });

  test("a span back from now", async () => {
    const startMs = Date.now() - 3_600_000;
    writeFileSync(join(cwd, "now.log"), reportLines(60, { startMs }));
    const { totals } = await report("now.log", "--since", "30m");
    expect(totals.invocations).toBeGreaterThanOrEqual(28);
    expect(totals.invocations).toBeLessThanOrEqual(30);
    expect((await report("now.log", "--since", "2h")).totals.invocations).toBe(60);
  });

  test("a period with nothing in it says so", async () => {
    const { code, stderr } = await lambent(["report", "days.log", "--since", "2027-01-01"], {
      cwd,
    });
    expect([code, stderr]).toEqual([0, expect.stringContaining("no invocation fits")]);
  });
});

describe("--function", () => {
  const account = "111122223333";
  test.each([
    ["orders", "orders", "us-east-1"],
    [`arn:aws:lambda:eu-central-1:${account}:function:orders`, "orders", "eu-central-1"],
    [`arn:aws:lambda:eu-central-1:${account}:function:orders:42`, "orders", "eu-central-1"],
    [`arn:aws:lambda:eu-central-1:${account}:function:orders:$LATEST`, "orders", "eu-central-1"],
    [`arn:aws-us-gov:lambda:us-gov-west-1:${account}:function:o-1_x`, "o-1_x", "us-gov-west-1"],
    [`${account}:function:orders:live`, "orders", "us-east-1"],
    ["/aws/lambda/orders", "orders", "us-east-1"],
  ])("%s is %s at the prices of %s", async (given, name, region) => {
    const answer = await report("days.log", "--function", given);
    expect(answer.functions.map((one) => one.name)).toEqual([name]);
    expect(answer.pricing.assumedRegion).toBe(region);
    const named = await report("days.log", "--function", name, "--region", region);
    expect(answer.totals.cost).toEqual(named.totals.cost);
    const [first] = await invocations(
      "days.log",
      "--function",
      given,
      "--until",
      "2026-01-01T00:00",
    );
    expect(first?.functionName).toBe(name);
  });

  test("--region has the last word", async () => {
    const arn = `arn:aws:lambda:af-south-1:${account}:function:orders`;
    const answer = await report("days.log", "--function", arn, "--region", "US-East-1");
    expect(answer.pricing.assumedRegion).toBe("us-east-1");
  });

  test("an ARN of a region without prices ends with 2", async () => {
    const arn = `arn:aws:lambda:mars-north-1:${account}:function:orders`;
    const { code, stderr } = await lambent(["report", "days.log", "--function", arn], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining("LAMBENT_UNKNOWN_REGION")]);
  });
});

describe("prices", () => {
  test("us-east-1, x86_64: one second at 1,024 MB, by hand", async () => {
    // AWS Lambda pricing page: $0.0000166667 per GB-second, $0.20 per million requests.
    const { cost } = (await report("days.log")).totals;
    expect(cost?.durationUsd).toBeCloseTo(COUNT * 0.0000166667, 12);
    expect(cost?.requestsUsd).toBeCloseTo(COUNT * 0.0000002, 12);
  });

  test("--architecture arm64 takes a fifth off the duration and nothing off the requests", async () => {
    const x86 = (await report("days.log")).totals.cost;
    const arm = (await report("days.log", "--architecture", "arm64")).totals.cost;
    // $0.0000133334 against $0.0000166667 per GB-second (AWS Lambda pricing page).
    expect((arm?.durationUsd ?? 0) / (x86?.durationUsd ?? 0)).toBeCloseTo(133_334 / 166_667, 10);
    expect(arm?.requestsUsd).toBe(x86?.requestsUsd);
    const [one] = await invocations(
      "days.log",
      "--architecture",
      "arm64",
      "--until",
      "2026-01-01T00:00",
    );
    expect(one?.costUsd).toBeCloseTo(0.0000133334 + 0.0000002, 15);
  });

  test("a dearer region costs more", async () => {
    const home = (await report("days.log")).totals.cost;
    const far = (await report("days.log", "--region", "af-south-1")).totals.cost;
    expect(far?.totalUsd).toBeGreaterThan((home?.totalUsd ?? 0) * 1.2);
  });
});
