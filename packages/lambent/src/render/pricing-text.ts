import type { PricingBasis } from "../model/assessment.ts";
import { formatUsd } from "./format/money.ts";

/** On which prices the dollars stand, one sentence each. */
export function pricingSentences(pricing: PricingBasis): readonly string[] {
  const { freeTier } = pricing;
  const months = freeTier.months === 1 ? "1 calendar month" : `${freeTier.months} calendar months`;
  const sentences = [
    `Prices as of ${pricing.asOf}. Where the logs do not say, ${pricing.assumedRegion} and ${pricing.assumedArchitecture} are assumed.`,
  ];
  if (freeTier.coversUsd > 0) {
    sentences.push(
      `The free tier is not taken off. It would cover up to ${formatUsd(freeTier.coversUsd)} over ${months}, if this account used it for nothing else.`,
    );
  }
  return sentences;
}
