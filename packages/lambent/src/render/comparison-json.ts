import type { Comparison } from "../model/comparison.ts";
import { escapeInJson } from "./format/printable.ts";

/**
 * The comparison for machines: two blanks of indent, keys in the order of the type, a line break at
 * the end. Control and bidirectional characters are written as `\u` escapes.
 */
export function renderComparisonJson(comparison: Comparison): string {
  return `${escapeInJson(JSON.stringify(comparison, null, 2))}\n`;
}
