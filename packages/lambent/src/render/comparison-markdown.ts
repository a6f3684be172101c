import type {
  ComparedFunction,
  ComparedSide,
  Comparison,
  LoneFunction,
} from "../model/comparison.ts";
import {
  changeRow,
  isChanged,
  labelIn,
  levelSentence,
  verdictCounts,
} from "./comparison-figures.ts";
import { countOf } from "./format/count.ts";
import { formatUsd } from "./format/money.ts";
import { formatPeriod } from "./format/time.ts";
import { markdownCode, markdownText } from "./markdown/escape.ts";

const HEAD = [
  "| Measure | Before | After | Change | Interval | Verdict |",
  "| --- | ---: | ---: | ---: | ---: | --- |",
];

/** The comparison for pull requests (GitHub Flavored Markdown). Text from logs is inert. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const { before, after, functions, added, removed, notes } = comparison;
  const loud = functions.filter(isChanged);
  const quiet = functions.filter((one) => !isChanged(one));
  const blocks = [
    "# What changed",
    `${sideText("Before", before)}\n${sideText("After", after)}`,
    `**${markdownText(verdictCounts(comparison) || "nothing to compare")}**`,
    ...(loud.length === 0 && functions.length > 0 ? ["No change is proved for any function."] : []),
    ...loud.map((one) => inFull(comparison, one)),
    ...(quiet.length === 0
      ? []
      : ["## No proved change", quiet.map((one) => inShort(comparison, one)).join("\n")]),
    ...lone("## Added: only after", comparison, added),
    ...lone("## Removed: only before", comparison, removed),
    "## How to read this",
    [levelSentence(comparison), ...notes].map((note) => `- ${markdownText(note)}`).join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sideText(title: string, side: ComparedSide): string {
  const period = side.period === null ? "no times in these logs" : formatPeriod(side.period);
  const count = `${countOf(side.invocations, "invocation")} of ${countOf(side.functions, "function")}`;
  return `- ${title}: ${markdownCode(side.name)}, ${period}, ${count}`;
}

function inFull(comparison: Comparison, one: ComparedFunction): string {
  const rows = one.changes.map((change) => {
    const row = changeRow(change);
    const cells = [row.measure, row.before, row.after, row.change, row.interval, row.verdict];
    return `| ${cells.map(markdownText).join(" | ")} |`;
  });
  return [
    `## ${markdownCode(labelIn(comparison, one))}: ${one.verdict}`,
    markdownText(one.sentence),
    [...HEAD, ...rows].join("\n"),
  ].join("\n\n");
}

function inShort(comparison: Comparison, one: ComparedFunction): string {
  return `- ${markdownCode(labelIn(comparison, one))}: ${markdownText(one.sentence)}`;
}

function lone(
  title: string,
  comparison: Comparison,
  functions: readonly LoneFunction[],
): readonly string[] {
  if (functions.length === 0) return [];
  const lines = functions.map((one) => {
    const { invocations, usdPerMillion } = one;
    const cost = usdPerMillion === null ? "" : `, ${formatUsd(usdPerMillion)} per million`;
    return `- ${markdownCode(labelIn(comparison, one))}: ${countOf(invocations, "invocation")}${cost}`;
  });
  return [title, lines.join("\n")];
}
