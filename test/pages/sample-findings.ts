import type { Finding } from "../../packages/lambent/src/model/finding.ts";

/** Findings of the invented account: every basis, every severity, every kind of place. */
export function sampleFindings(hostileName: string): Finding[] {
  return [
    {
      id: "oversized-memory",
      title: "checkout-api has nearly ten times the memory it uses",
      severity: "high",
      where: {
        function: "checkout-api",
        logLink: "https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1",
      },
      evidence: [
        "Memory size is 2,048 MB; 99 % of 40 execution environments stayed under 225 MB.",
        "Duration at 512 MB would lie between 84 ms (all waiting) and 336 ms (all CPU) at p50.",
      ],
      saving: {
        usdPerMonth: { low: 18.2, mid: 31.2, high: 44.1 },
        ms: { low: -60, mid: -12, high: 0 },
        basis: "predicted",
        how: "Billed GB-seconds at 512 MB, duration between all waiting and all CPU, times the invocations of this period scaled to 30 days.",
      },
      fix: "Set MemorySize to 512 MB and compare the next day with `lambent compare`.",
      docs: "docs/findings/oversized-memory.md",
    },
    {
      id: "paid-timeouts",
      title: "nightly-reconciliation pays for runs that time out",
      severity: "high",
      where: { function: "nightly-reconciliation" },
      evidence: ["71 of 2,016 invocations ran into the timeout of 300 s and were billed in full."],
      saving: {
        usdPerMonth: { low: 2.1, mid: 2.1, high: 2.1 },
        basis: "measured",
        how: "Billed cost of the invocations that timed out, scaled to 30 days.",
      },
      fix: "Split the batch, or set a deadline inside the handler below the function's timeout.",
      docs: "docs/findings/paid-timeouts.md",
    },
    {
      id: "init-heavy",
      title: "fraud-score spends 3.9 s on init at every cold start",
      severity: "medium",
      where: { function: "fraud-score" },
      evidence: [
        "Init p50 is 3.92 s; 1.2 % of invocations are cold.",
        "Init is billed on 7,337 lines.",
      ],
      saving: {
        usdPerMonth: { low: 0.41, mid: 1.24, high: 1.9 },
        ms: { low: 125, mid: 298, high: 600 },
        basis: "estimated",
        how: "Published start-up savings of bundling the SDK; see docs/measurements.md, row 6.",
      },
      fix: "Bundle the code and import only the clients that are used.",
      docs: "docs/findings/init-heavy.md",
    },
    {
      id: "memory-pressure",
      title: "image-resizer reaches its memory size",
      severity: "high",
      where: { function: "image-resizer" },
      evidence: [
        "412 invocations ended with Max Memory Used equal to the memory size (suspicion).",
      ],
      fix: "Raise MemorySize to 3,584 MB and see whether the kills stop.",
      docs: "docs/findings/memory-pressure.md",
    },
    {
      id: "most-errors",
      title: "checkout-api has the most errors",
      severity: "medium",
      where: { function: "checkout-api" },
      evidence: ["19,880 of 6.4 M invocations failed (0.31 %)."],
      docs: "docs/findings/most-errors.md",
    },
    {
      id: "retired-flag",
      title: "AWS_NODEJS_CONNECTION_REUSE_ENABLED does nothing in SDK v3",
      severity: "low",
      where: { template: "template.yaml", path: "Resources.Checkout.Properties.Environment" },
      evidence: ["The variable is set on one function."],
      fix: "Remove the variable.",
      docs: "docs/findings/retired-flag.md",
    },
    {
      id: "client-in-handler",
      title: "A client is made at every invocation",
      severity: "low",
      where: { file: "src/handlers/search.ts", line: 14, column: 9 },
      evidence: ["`new DynamoDBClient({})` is inside the handler."],
      saving: {
        ms: { low: 2, mid: 9, high: 21 },
        basis: "estimated",
        how: "Time to make a client on the same runtime; see docs/measurements.md, row 11.",
      },
      fix: "Make the client once, outside the handler.",
      docs: "docs/findings/client-in-handler.md",
    },
    {
      id: "most-invoked",
      title: `${hostileName} fails four times in ten`,
      severity: "info",
      where: { function: hostileName },
      evidence: [
        `Its name is \`${hostileName}\`; | a pipe, a @mention and a [link](https://example.com).`,
      ],
      docs: "docs/findings/most-invoked.md",
    },
  ];
}
