import { describe, expect, test } from "vitest";
import { Problem } from "../model/problem.ts";
import { priceListing } from "./price-listing.ts";

function problemOf(region: string): Problem {
  try {
    priceListing(region, null);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("no problem was raised");
}

test("all regions, both architectures, and what is not known", () => {
  const listing = priceListing(null, null);
  expect(listing.prices).toHaveLength(64);
  expect(listing.yuanPrices).toHaveLength(4);
  expect(listing.unpricedRegions).toContain("mx-central-1");
  expect(Object.keys(listing.sources)).toHaveLength(9);
});

test("one region and one architecture, with the sources it names only", () => {
  const listing = priceListing("us-gov-west-1", "x86_64");
  expect(listing.prices.map((one) => [one.region, one.architecture])).toEqual([
    ["us-gov-west-1", "x86_64"],
  ]);
  expect(Object.keys(listing.sources)).toEqual(["tuner-table"]);
  expect(listing.unpricedRegions).toEqual([]);
});

test("break-even goes with the prices", () => {
  expect(priceListing("us-east-1", "x86_64").prices[0]?.provisionedBreakEven).toBeCloseTo(0.6, 3);
  expect(priceListing("eu-west-1", "arm64").prices[0]?.provisionedBreakEven).toBeNull();
});

test("China is listed in yuan and not in dollars", () => {
  const listing = priceListing("cn-north-1", null);
  expect(listing.prices).toEqual([]);
  expect(listing.yuanPrices).toHaveLength(2);
});

describe("an unknown region", () => {
  test("is a problem of usage that names what is close", () => {
    const problem = problemOf("eu-wset-1");
    expect([problem.code, problem.kind]).toEqual(["LAMBENT_UNKNOWN_REGION", "usage"]);
    expect(problem.nextStep).toMatch(/^Did you mean eu-west-1/);
  });

  test("with nothing close points to the list", () => {
    expect(problemOf("moon").nextStep).toBe("lambent price lists every region with known prices.");
  });

  test("that AWS has is not called misspelt", () => {
    const problem = problemOf("ap-southeast-7");
    expect(problem.message).toBe(
      "ap-southeast-7 is a region of AWS, but no price for it was found",
    );
    expect(problem.nextStep).not.toContain("Did you mean");
  });
});
