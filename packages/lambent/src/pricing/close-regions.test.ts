import { expect, test } from "vitest";
import { closeRegions } from "./close-regions.ts";
import { PRICED_REGIONS } from "./price-book.ts";

test.each([
  ["eu-west1", "eu-west-1"],
  ["us-est-1", "us-east-1"],
  ["us-eats-1", "us-east-1"],
  ["ap-northeast1", "ap-northeast-1"],
  ["il-central", "il-central-1"],
])("%s is closest to %s", (name, region) => {
  expect(closeRegions(name, PRICED_REGIONS)[0]).toBe(region);
});

test("a swap is one step, so it comes before two changes", () => {
  expect(closeRegions("abdc", ["abxy", "abcd"])).toEqual(["abcd", "abxy"]);
});

test.each(["", "zz", "frankfurt", "x".repeat(5_000)])("nothing is near %j", (name) => {
  expect(closeRegions(name.slice(0, 5_000), PRICED_REGIONS)).toEqual([]);
});
