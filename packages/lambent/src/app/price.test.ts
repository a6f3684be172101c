import { describe, expect, test } from "vitest";
import { pricesFor, PRICED_REGIONS } from "../pricing/price-book.ts";
import { price } from "./price.ts";

const ALL = { region: null, architecture: null, columns: 80 } as const;

describe("text", () => {
  test.each([null, "x86_64", "arm64"] as const)(
    "fits 80 columns: all regions, %s",
    (architecture) => {
      const text = price({ ...ALL, architecture, format: "text" });
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
      for (const region of PRICED_REGIONS) expect(text).toMatch(new RegExp(`^${region}\\*? `, "m"));
    },
  );

  test.each([...PRICED_REGIONS, "cn-north-1", "cn-northwest-1"])(
    "fits 80 columns: %s",
    (region) => {
      const text = price({ ...ALL, region, format: "text" });
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
      expect(text).toMatch(/^As of 20\d\d-\d\d-\d\d/m);
      expect(text).toMatch(/^Sources:\n- /m);
      expect(text).not.toMatch(/undefined|null|NaN|Infinity/);
    },
  );

  test("a line of the overview", () => {
    const lines = price({ ...ALL, format: "text" }).split("\n");
    const cells = (region: string): string[] | undefined =>
      lines.find((line) => line.startsWith(region))?.split(/ {2,}/);
    expect(cells("us-east-1")).toEqual([
      "us-east-1",
      "0.20",
      "16.6667",
      "13.3334",
      "4.1667",
      "9.7222",
      "60 %",
      "2026-09-19",
    ]);
    expect(cells("ca-west-1")).toEqual([
      "ca-west-1*",
      "0.20",
      "16.6667",
      "?",
      "?",
      "?",
      "?",
      "2023-12+",
    ]);
  });

  test("what is derived, unknown or unverified is said", () => {
    const ireland = price({ ...ALL, region: "eu-west-1", format: "text" });
    expect(ireland).toContain("*$0.0000150000");
    expect(ireland).toContain("* Derived");
    expect(ireland).toContain("2024-08-01 or later");
    const virginia = price({ ...ALL, region: "us-east-1", architecture: "x86_64", format: "text" });
    expect(virginia).not.toContain("Derived");
    expect(virginia).not.toContain("?");
    expect(virginia).toContain("As of 2026-09-19; from AWS's own price list.");
    expect(price({ ...ALL, region: "us-gov-east-1", format: "text" })).toContain("not verified");
    expect(price({ ...ALL, region: "sa-east-1", format: "text" })).toContain("never (562 %)");
  });

  test("yuan have their own sign", () => {
    const text = price({ ...ALL, region: "cn-north-1", format: "text" });
    expect(text).toContain("¥0.0001134770");
    expect(text).not.toContain("$");
  });
});

test("CSV gives every number back", () => {
  const [head = "", ...rows] = price({ ...ALL, format: "csv" })
    .trimEnd()
    .split("\n");
  const names = head.split(",");
  expect(rows).toHaveLength(68);
  for (const row of rows) {
    const cells = row.split(",");
    expect(cells).toHaveLength(names.length);
    const value = (name: string): string => cells[names.indexOf(name)] ?? "";
    const number = (name: string): number | null =>
      value(name) === "" ? null : Number(value(name));
    if (value("currency") === "CNY") {
      expect(value("region")).toMatch(/^cn-/);
      continue;
    }
    const prices = pricesFor(
      value("region"),
      value("architecture") === "arm64" ? "arm64" : "x86_64",
    );
    expect({
      requestUsd: number("request"),
      gbSecondUsd: [1, 2, 3].map((tier) => number(`gb_second_tier_${tier}`)),
      provisionedGbSecondUsd: number("provisioned_ready_gb_second"),
      provisionedDurationGbSecondUsd: number("provisioned_running_gb_second"),
      ephemeralGbSecondUsd: number("ephemeral_gb_second"),
      snapStartRestoreGbUsd: number("snapstart_restore_gb"),
      streamingGbUsd: number("streaming_gb"),
    }).toEqual({
      requestUsd: prices?.requestUsd,
      gbSecondUsd: prices?.gbSecondUsd,
      provisionedGbSecondUsd: prices?.provisionedGbSecondUsd,
      provisionedDurationGbSecondUsd: prices?.provisionedDurationGbSecondUsd,
      ephemeralGbSecondUsd: prices?.ephemeralGbSecondUsd,
      snapStartRestoreGbUsd: prices?.snapStartRestoreGbUsd,
      streamingGbUsd: prices?.streamingGbUsd,
    });
  }
});

test("JSON is whole, and null where unknown", () => {
  const listing: unknown = JSON.parse(price({ ...ALL, region: "eu-west-1", format: "json" }));
  expect(listing).toMatchObject({
    schemaVersion: 1,
    kind: "prices",
    prices: [
      { architecture: "x86_64", requestUsd: 2e-7, streamingGbUsd: null },
      { architecture: "arm64", provisionedGbSecondUsd: null, provisionedBreakEven: null },
    ],
  });
});

test("a region may be written in capitals and with blanks around it", () => {
  expect(price({ ...ALL, region: " EU-West-1 ", format: "csv" })).toBe(
    price({ ...ALL, region: "eu-west-1", format: "csv" }),
  );
});
