import { expect, test } from "vitest";
import { chargedStreamingGb, streamingCostUsd } from "./streaming-cost.ts";

// AWS Lambda pricing page, "Lambda HTTP Response Stream Pricing": a million responses of 7 MB.
test("AWS's worked example, to the cent", () => {
  const gb = chargedStreamingGb(7, 1_000_000);
  expect(gb.toFixed(2)).toBe("976.56");
  expect(streamingCostUsd(gb, { streamingGbUsd: 0.008 })?.toFixed(2)).toBe("7.81");
});

test("the first 6 MB cost nothing, with or without a known price", () => {
  expect(chargedStreamingGb(6, 1_000)).toBe(0);
  expect(chargedStreamingGb(0.1, 2_000_000)).toBe(0);
  expect(streamingCostUsd(0, { streamingGbUsd: null })).toBe(0);
  expect(streamingCostUsd(1, { streamingGbUsd: null })).toBeNull();
});
