import { expect, test } from "vitest";
import type { SourceSummary } from "../model/assessment.ts";
import { sourceProblems, sourceSums } from "./sources-text.ts";

const source = (name: string, fields: Partial<SourceSummary> = {}): SourceSummary => ({
  name,
  format: "s3-export",
  bytes: 1_000,
  invocations: 10,
  problem: null,
  ...fields,
});

test("hundreds of sources are one line for each format, most invocations first", () => {
  const exported = Array.from({ length: 378 }, (_, i) => source(`logs/${i}/000000.gz`));
  const tailed = source("tail.txt", { format: "aws-logs-tail", invocations: 1, bytes: 90 });
  expect(sourceSums([tailed, ...exported])).toEqual([
    "378 sources: s3-export, 3,780 invocations in 378 kB",
    "tail.txt: aws-logs-tail, 1 invocation in 90 B",
  ]);
  expect(sourceSums([])).toEqual([]);
});

test("only sources with a problem are named, ten at most, long paths cut in the middle", () => {
  const long = `logs/${"a".repeat(80)}/000000.gz`;
  const bad = (name: string): SourceSummary => source(name, { problem: "It is cut off." });
  expect(sourceProblems([source("fine.gz"), bad(long)])).toEqual([
    "logs/…/000000.gz was not read to its end. It is cut off.",
  ]);
  const many = sourceProblems(Array.from({ length: 12 }, (_, i) => bad(`${i}.gz`)));
  expect(many).toHaveLength(11);
  expect(many.at(-1)).toBe("2 more sources not read to the end; --format json lists all.");
});
