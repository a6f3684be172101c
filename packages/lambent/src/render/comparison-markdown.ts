import type {
  ComparedFunction,
  ComparedSide,
  Comparison,
  LoneFunction,
} from "../model/comparison.ts";
import { changeRow, levelSentence, verdictCounts } from "./comparison-figures.ts";
import { countOf } from "./format/count.ts";
import { formatUsd } from "./format/money.ts";
import { formatPeriod } from "./format/time.ts";
import { functionLabel } from "./function-name.ts";
import { markdownCode, markdownText } from "./markdown/escape.ts";

const HEAD = [
  "| Measure | Before | After | Change | Interval | Verdict |",
  "| --- | ---: | ---: | ---: | ---: | --- |",
];
const QUIET: readonly string[] = ["inside the noise", "not enough data"];

/** The comparison for pull requests (GitHub Flavored Markdown). Text from logs is inert. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const { before, after, functions, added, removed, notes } = comparison;
  const loud = functions.filter((one) => !QUIET.includes(one.verdict));
  const quiet = functions.filter((one) => QUIET.includes(one.verdict));
  const blocks = [
    "# What changed",
    `${sideText("Before", before)}\n${sideText("After", after)}`,
    `**${markdownText(verdictCounts(comparison) || "nothing to compare")}**`,
    ...loud.map(inFull),
    ...(quiet.length === 0 ? [] : ["## Without a proved change", quiet.map(inShort).join("\n")]),
    ...lone("## Added", added),
    ...lone("## Removed", removed),
    [levelSentence(comparison), ...notes].map((note) => `- ${markdownText(note)}`).join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sideText(title: string, side: ComparedSide): string {
  const period = side.period === null ? "no times in these logs" : formatPeriod(side.period);
  const count = `${countOf(side.invocations, "invocation")} of ${countOf(side.functions, "function")}`;
  return `- ${title}: ${markdownCode(side.name)}, ${period}, ${count}`;
}

function inFull(one: ComparedFunction): string {
  const rows = one.changes.map((change) => {
    const row = changeRow(change);
    const cells = [row.measure, row.before, row.after, row.change, row.interval, row.verdict];
    return `| ${cells.map(markdownText).join(" | ")} |`;
  });
  return [
    `## ${markdownCode(functionLabel(one.name))}: ${one.verdict}`,
    markdownText(one.sentence),
    [...HEAD, ...rows].join("\n"),
  ].join("\n\n");
}

function inShort(one: ComparedFunction): string {
  return `- ${markdownCode(functionLabel(one.name))}: ${markdownText(one.sentence)}`;
}

function lone(title: string, functions: readonly LoneFunction[]): readonly string[] {
  if (functions.length === 0) return [];
  const lines = functions.map(({ name, invocations, usdPerMillion }) => {
    const cost = usdPerMillion === null ? "" : `, ${formatUsd(usdPerMillion)} per million`;
    return `- ${markdownCode(functionLabel(name))}: ${countOf(invocations, "invocation")}${cost}`;
  });
  return [title, lines.join("\n")];
}
