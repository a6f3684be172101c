import type { Assessment } from "../model/assessment.ts";
import { escapeInJson } from "./format/printable.ts";
import { compareKeys } from "./json/key-order.ts";

/**
 * The assessment for machines: two blanks of indent, keys always in the same order, a line break at
 * the end. Form: `schema/assessment.schema.json`. Control and bidirectional characters are written
 * as `\u` escapes, so that a terminal can show the text and a parser reads the same value.
 */
export function renderJson(assessment: Assessment): string {
  return `${escapeInJson(JSON.stringify(ordered(assessment), null, 2))}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => compareKeys(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}
