// The public API, listed by hand. What is not here may change without notice.
export type { Architecture } from "./model/architecture.ts";
export type {
  Assessment,
  Concurrency,
  CostComponents,
  Distribution,
  ErrorGroup,
  FreeTierUse,
  FunctionSummary,
  MemoryUse,
  PricingBasis,
  SourceSummary,
  TimelineBin,
  Totals,
  UnreadSummary,
} from "./model/assessment.ts";
export { COMPARISON_VERSION, MEASURES } from "./model/comparison.ts";
export type {
  Change,
  ChangeVerdict,
  ComparedFunction,
  ComparedSide,
  Comparison,
  FunctionSide,
  LoneFunction,
  MeasureName,
  MeasureUnit,
} from "./model/comparison.ts";
export type { Failure, FailureClass, RuntimeFamily } from "./model/failure.ts";
export type { Finding, FindingPlace, Severity } from "./model/finding.ts";
export type { Interval } from "./model/interval.ts";
export type { Invocation, InvocationStatus } from "./model/invocation.ts";
export type { LogEvent } from "./model/log-event.ts";
export { EXIT_CODES, Problem } from "./model/problem.ts";
export type { Saving, SavingBasis } from "./model/saving.ts";
export type { TimeRange } from "./model/time-range.ts";

export { report } from "./app/report.ts";
export type { ReportOptions, ReportSource } from "./app/report.ts";
export { renderAssessment } from "./app/render-assessment.ts";
export type { AssessmentFormat } from "./app/render-assessment.ts";
export { compare } from "./app/compare.ts";
export type { CompareOptions, CompareSide } from "./app/compare.ts";
export { renderComparison } from "./app/render-comparison.ts";
export type { ComparisonFormat } from "./app/render-comparison.ts";
export { ingest } from "./app/ingest.ts";
export type { IngestOptions, IngestResult } from "./app/ingest.ts";
export { writeInvocations } from "./app/invocations.ts";
export type { WriteInvocationsOptions, WrittenInvocations } from "./app/invocations.ts";

export { InvocationJoiner } from "./invocations/join.ts";
export type { JoinOptions, JoinTally } from "./invocations/join.ts";
export { parseReportLine } from "./invocations/report-line.ts";
export type { ReportFields } from "./invocations/report-fields.ts";
export { readBilling } from "./invocations/billing-identity.ts";
export type { BillingIdentity, BillingReading } from "./invocations/billing-identity.ts";

export { invocationCost } from "./pricing/invocation-cost.ts";
export { monthlyBill } from "./pricing/monthly-bill.ts";
export { pricesFor, PRICED_REGIONS } from "./pricing/price-book.ts";
export { PRICE_LISTING_VERSION, priceListing } from "./pricing/price-listing.ts";
export type { ListedPrices, PriceListing } from "./pricing/price-listing.ts";
export { provisionedBreakEven } from "./pricing/provisioned-break-even.ts";
export { provisionedCost } from "./pricing/provisioned-cost.ts";
export { snapStartCost } from "./pricing/snapstart-cost.ts";
export { streamingCostUsd } from "./pricing/streaming-cost.ts";
