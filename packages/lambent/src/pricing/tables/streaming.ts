/**
 * Region to the price of one GB of streamed response beyond the first 6 MB of each request,
 * US dollars; an absent entry is an unknown price.
 * Source: AWS price list of 2026-09-19 and the AWS Lambda pricing page.
 */
export const STREAMING_GB_USD: Readonly<Record<string, number>> = {
  "us-east-1": 0.008,
};
