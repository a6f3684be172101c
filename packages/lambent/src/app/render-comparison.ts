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
  switch (format) {
    case "text":
      return (await import("../render/comparison-text.ts")).renderComparisonText(comparison, style);
    case "json":
      return (await import("../render/comparison-json.ts")).renderComparisonJson(comparison);
    case "markdown":
      return (await import("../render/comparison-markdown.ts")).renderComparisonMarkdown(
        comparison,
      );
  }
}
