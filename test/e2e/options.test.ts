import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import type { Invocation } from "../../packages/lambent/src/model/invocation.ts";
import { reportLine, reportLines } from "./log-lines.ts";
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
/** A subscription payload names the log group: two invocations of orders, one of seats. */
writeFileSync(
  join(cwd, "named.json"),
  ["orders", "orders", "seats"]
    .map((name, i) =>
      JSON.stringify({
        messageType: "DATA_MESSAGE",
        owner: "111122223333",
        logGroup: `/aws/lambda/${name}`,
        logStream: `2026/01/01/[$LATEST]${name}`,
        subscriptionFilters: ["all"],
        logEvents: [
          {
            id: String(i),
            timestamp: Date.UTC(2026, 0, 1) + i,
            message: reportLine({ index: 900_000 + i }).replace(/^\S+ /, ""),
          },
        ],
      }),
    )
    .join("\n"),
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

  test("both ends make the period of the figures per month", async () => {
    const { totals } = await report("days.log", "--since", "2026-01-01", "--until", "2026-01-10");
    expect(totals.costPerMonthUsd).toBeCloseTo((totals.cost?.totalUsd ?? 0) * 3, 6);
    const open = (await report("days.log", "--since", "2026-01-01")).totals;
    expect(open.costPerMonthUsd).toBeCloseTo((open.cost?.totalUsd ?? 0) * 10, 3);
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

  test("names what the logs leave unnamed, and nothing else", async () => {
    const { stdout, stderr } = await lambent(
      ["report", "named.json", "--function", "mine", "--format", "json"],
      { cwd },
    );
    const { functions } = JSON.parse(stdout) as Assessment;
    expect(new Set(functions.map((one) => one.name))).toEqual(new Set(["orders", "seats"]));
    expect(stderr).toContain("--function mine named nothing");
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

describe("--only", () => {
  test.each([
    [["orders"], ["orders"], 2],
    [["seats", "orders"], ["orders", "seats"], 3],
    [["/aws/lambda/seats"], ["seats"], 1],
  ])("%j", async (wanted, names, count) => {
    const args = wanted.flatMap((name) => ["--only", name]);
    const answer = await report("named.json", ...args);
    expect(new Set(answer.functions.map((one) => one.name))).toEqual(new Set(names));
    expect(answer.totals.invocations).toBe(count);
    expect(await invocations("named.json", ...args)).toHaveLength(count);
  });

  test("of a store, with the name that is given to what has none", async () => {
    const store = ["--store", "named.duckdb"];
    await lambent(["ingest", "named.json", "days.log", ...store], { cwd });
    const of = async (...args: string[]): Promise<unknown> => {
      const { stdout } = await lambent(["report", ...store, "--format", "json", ...args], { cwd });
      const { functions } = JSON.parse(stdout) as Assessment;
      return functions.map((one) => [one.name, one.invocations]);
    };
    expect(await of("--only", "orders")).toEqual([["orders", 2]]);
    expect(await of("--only", "mine")).toEqual([]);
    expect(await of("--only", "mine", "--function", "mine")).toEqual([["mine", COUNT]]);
  });

  test("a function that is not there is told", async () => {
    const { stderr } = await lambent(["report", "named.json", "--only", "none"], { cwd });
    expect(stderr).toContain("no invocation fits. Leave --since, --until or --only out");
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
