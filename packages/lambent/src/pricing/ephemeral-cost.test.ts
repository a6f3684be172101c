import { expect, test } from "vitest";
import { chargedEphemeralGbSeconds, ephemeralCostUsd } from "./ephemeral-cost.ts";

// AWS Lambda pricing page, example 3: 6 M calls of 280 ms with 2,048 MB of storage.
test("AWS's worked example, to the cent", () => {
  expect(chargedEphemeralGbSeconds(2_048, 6e6 * 280)).toBe(2_520_000);
  expect(ephemeralCostUsd(2_048, 6e6 * 280, { ephemeralGbSecondUsd: 3.09e-8 })?.toFixed(2)).toBe(
    "0.08",
  );
});

test("512 MB cost nothing, with or without a known price", () => {
  expect(ephemeralCostUsd(512, 1e9, { ephemeralGbSecondUsd: null })).toBe(0);
  expect(ephemeralCostUsd(513, 1, { ephemeralGbSecondUsd: null })).toBeNull();
});
