import { expect, test } from "vitest";
import { runCommandHere } from "../../../../../test/run-command-here.ts";

const run = (...args: string[]): ReturnType<typeof runCommandHere> => runCommandHere(args);

test("lambent price lists the regions", async () => {
  const { code, out, err } = await run("price");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("us-east-1");
});

test("region, architecture and format are obeyed", async () => {
  const { out } = await run("price", "-r", "us-west-2", "-a", "arm64", "--format", "csv");
  const rows = out.trimEnd().split("\n");
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(/^us-west-2,arm64,USD,0\.0000002,0\.0000133334,/);
});

test("an unknown region ends with code 2 and a next step", async () => {
  const { code, out, err } = await run("price", "--region", "eu-west1");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("LAMBENT_UNKNOWN_REGION");
  expect(err).toContain("Did you mean eu-west-1");
});

test.each([
  ["--format", "xml"],
  ["--architecture", "arm"],
  ["--regions", "eu-west-1"],
])("%s %s ends with code 2", async (...args) => {
  const { code, err } = await run("price", ...args);
  expect(code).toBe(2);
  expect(err).toContain("LAMBENT_USAGE");
});

test("help has examples", async () => {
  const { code, out } = await run("price", "--help");
  expect(code).toBe(0);
  expect(out).toContain("lambent price --region eu-west-1");
});
