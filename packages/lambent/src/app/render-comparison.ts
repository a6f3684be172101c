import type { Comparison } from "../model/comparison.ts";

export type ComparisonFormat = "text" | "json" | "markdown";

/** What a terminal can show. */
interface Style {
  readonly columns: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

/** Renders a comparison; only the renderer that is asked for is loaded. */
export async function renderComparison(
  comparison: Comparison,
  format: ComparisonFormat,
  style: Style,
): Promise<string> {
  if (format === "json") {
    const { renderComparisonJson } = await import("../render/comparison-json.ts");
    return renderComparisonJson(comparison);
  }
  if (format === "markdown") {
    const { renderComparisonMarkdown } = await import("../render/comparison-markdown.ts");
    return renderComparisonMarkdown(comparison);
  }
  const { renderComparisonText } = await import("../render/comparison-text.ts");
  return renderComparisonText(comparison, style);
}
