/**
 * `Invocation.billingIdentity` of what only an event of the Lambda Insights extension tells: what is
 * billed is taken as it stands there. The function's own log has the same invocation in its REPORT.
 */
export const LAMBDA_INSIGHTS = "lambda-insights";
