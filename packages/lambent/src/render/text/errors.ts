import type { Assessment, ErrorGroup } from "../../model/assessment.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatShare } from "../format/share.ts";
import { formatSpan } from "../format/time.ts";
import { namedType } from "../error-type.ts";
import { functionLabel } from "../../model/function-label.ts";
import type { Canvas } from "./canvas.ts";
import { heading } from "./heading.ts";
import { clip, padStart } from "./width.ts";

const MOST = 8;

/** Groups of like errors: how many, what, where, since when, and one of them as printed. */
export function errors(assessment: Assessment, canvas: Canvas): readonly string[] {
  const groups = assessment.errorGroups;
  if (groups.length === 0) return [];
  const shown = groups.slice(0, MOST);
  const countWidth = Math.max(...shown.map((group) => formatCount(group.count).length));
  const lines = [...heading(canvas, "Errors", countOf(groups.length, "group"))];
  for (const group of shown) lines.push(...one(group, countWidth, canvas));
  if (groups.length > MOST) {
    lines.push(canvas.paint("quiet", ` and ${groups.length - MOST} more groups`));
  }
  return lines;
}

function one(group: ErrorGroup, countWidth: number, canvas: Canvas): readonly string[] {
  const { paint, safe, glyphs } = canvas;
  const indent = " ".repeat(countWidth + 3);
  const room = canvas.width - indent.length - 1;
  const cut = (text: string): string => clip(safe(text), room, glyphs.ellipsis);
  const sure = group.confidence < 0.7 ? ` (suspected, ${formatShare(group.confidence)})` : "";
  const seen =
    group.firstSeenMs === null || group.lastSeenMs === null
      ? ""
      : ` · ${formatSpan({ startMs: group.firstSeenMs, endMs: group.lastSeenMs })}`;
  const type = namedType(group);
  return [
    ` ${paint("bad", padStart(formatCount(group.count), countWidth))}  ${cut(group.pattern)}`,
    `${indent}${paint("quiet", cut(`${type === null ? "" : `${type} · `}${group.class}${sure} · ${functionLabel(group.function)}${seen}`))}`,
  ];
}
