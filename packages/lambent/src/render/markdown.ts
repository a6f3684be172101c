import type { Assessment, ErrorGroup, FunctionSummary } from "../model/assessment.ts";
import type { Finding } from "../model/finding.ts";
import { countOf, formatCount } from "./format/count.ts";
import { formatDuration } from "./format/duration.ts";
import { formatMb } from "./format/memory.ts";
import { formatUsd } from "./format/money.ts";
import { formatShare } from "./format/share.ts";
import { formatInstant, formatPeriod } from "./format/time.ts";
import { functionLabel } from "../model/function-label.ts";
import { headlineFacts } from "./headline-text.ts";
import { markdownCode, markdownText } from "./markdown/escape.ts";
import { describePlace } from "./place.ts";
import { pricingSentences } from "./pricing-text.ts";
import { OVERLAP, describeSaving } from "./saving-text.ts";
import { sourceProblems, sourceSums } from "./sources-text.ts";
import { unreadSentences } from "./unread-text.ts";

const IN_FULL = 3;
const MOST_FUNCTIONS = 50;
const MOST_GROUPS = 20;

/** The assessment for pull requests and wikis (GitHub Flavored Markdown). Text from logs is inert. */
export function renderMarkdown(assessment: Assessment): string {
  const blocks = [
    "# Lambda cost and health",
    headline(assessment),
    ...answers(assessment),
    ...doFirst(assessment.findings),
    ...functionsSection(assessment.functions),
    ...errorsSection(assessment.errorGroups),
    ...readingSection(assessment),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function headline({ period, totals }: Assessment): string {
  const { cost, invocations, errors } = totals;
  const known = invocations - totals.coldStartUnknown;
  const facts = [
    `**${formatUsd(cost?.totalUsd ?? null)}** in this period`,
    `**${formatUsd(totals.costPerMonthUsd)}** a month at this rate`,
    `${countOf(invocations, "invocation")} of ${countOf(totals.functions, "function")}`,
    `${countOf(errors, "error")} (${formatShare(invocations === 0 ? null : errors / invocations)})`,
    known <= 0
      ? "cold starts unknown"
      : `${countOf(totals.coldStarts, "cold start")} (${formatShare(totals.coldStarts / known)})`,
  ];
  const when = period === null ? "The logs carry no time." : `${formatPeriod(period)}.`;
  return `${when} ${facts.join(" · ")}.`;
}

function answers(assessment: Assessment): readonly string[] {
  const facts = headlineFacts(assessment);
  if (facts.length === 0) return [];
  return [facts.map(({ label, text }) => `- **${label}:** ${markdownText(text)}`).join("\n")];
}

function doFirst(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return ["## Do first", "Nothing found to do."];
  const first = findings.slice(0, IN_FULL).map(inFull);
  const rest = findings.slice(IN_FULL).map(inShort);
  return [
    "## Do first",
    OVERLAP,
    first.join("\n"),
    ...(rest.length === 0 ? [] : [`### ${countOf(rest.length, "more finding")}`, rest.join("\n")]),
  ];
}

function inFull(finding: Finding, index: number): string {
  const parts = [
    `${index + 1}. **${markdownText(finding.title)}**${worth(finding)}`,
    ...finding.evidence.map((fact) => `   - ${markdownText(fact)}`),
    ...(finding.saving === undefined ? [] : [`   - How: ${markdownText(finding.saving.how)}`]),
    ...(finding.fix === undefined ? [] : [`   - **Do:** ${markdownText(finding.fix)}`]),
    `   - ${markdownCode(describePlace(finding.where))}, ${markdownCode(finding.docs)}`,
  ];
  return parts.join("\n");
}

function inShort(finding: Finding): string {
  return `- ${markdownText(finding.title)}${worth(finding)} (${markdownCode(describePlace(finding.where))})`;
}

function worth(finding: Finding): string {
  if (finding.saving === undefined) return ` · ${finding.severity}`;
  const saving = describeSaving(finding.saving);
  if (saving === null) return ` · ${finding.severity}`;
  const interval = saving.interval === null ? "" : `, ${saving.interval}`;
  return ` · **${saving.headline}** (${finding.saving.basis}${interval})`;
}

function functionsSection(functions: readonly FunctionSummary[]): readonly string[] {
  if (functions.length === 0) return [];
  const rows = functions
    .slice(0, MOST_FUNCTIONS)
    .map((one) => [
      one.name === null ? functionLabel(null) : markdownCode(one.name),
      formatUsd(one.cost?.totalUsd ?? null),
      formatUsd(one.costPerMonthUsd),
      formatShare(one.costShare),
      formatCount(one.invocations),
      formatShare(one.invocations === 0 ? null : one.errorRate),
      formatShare(one.coldStartShare),
      formatDuration(one.durationMs.count === 0 ? null : one.durationMs.p50),
      formatDuration(one.durationMs.count === 0 ? null : one.durationMs.p99),
      one.memory === null
        ? formatMb(one.memorySizesMb[0] ?? null)
        : `${formatMb(one.memory.usedMb.max)} of ${formatMb(one.memory.memorySizeMb)}`,
    ]);
  const head = ["Function", "Cost", "Month", "Share", "Calls", "Errors", "Cold", "p50", "p99"];
  const lines = [
    `| ${[...head, "Memory used"].join(" | ")} |`,
    `| --- | ${"---: | ".repeat(head.length)}`.trimEnd(),
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ];
  const rest = functions.length - MOST_FUNCTIONS;
  const more = rest > 0 ? [`And ${countOf(rest, "function")} more.`] : [];
  return ["## Functions", lines.join("\n"), ...more];
}

function errorsSection(groups: readonly ErrorGroup[]): readonly string[] {
  if (groups.length === 0) return [];
  const rows = groups
    .slice(0, MOST_GROUPS)
    .map((group) => [
      formatCount(group.count),
      group.confidence < 0.7 ? `${group.class} (suspected)` : group.class,
      group.function === null ? functionLabel(null) : markdownCode(group.function),
      markdownCode(group.pattern),
      formatInstant(group.lastSeenMs),
    ]);
  const lines = [
    "| Count | Class | Function | Message | Last seen (UTC) |",
    "| ---: | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ];
  const rest = groups.length - MOST_GROUPS;
  return ["## Errors", lines.join("\n"), ...(rest > 0 ? [`And ${rest} more groups.`] : [])];
}

function readingSection(assessment: Assessment): readonly string[] {
  const sentences = [
    ...assessment.notes,
    ...pricingSentences(assessment.pricing),
    ...unreadSentences(assessment.unread),
    ...sourceProblems(assessment.sources),
    ...sourceSums(assessment.sources),
  ];
  return ["## How to read this", sentences.map((one) => `- ${markdownText(one)}`).join("\n")];
}
