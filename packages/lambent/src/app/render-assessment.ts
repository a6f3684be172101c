import type { Assessment } from "../model/assessment.ts";

/** What a terminal can show. */
interface Style {
  readonly columns: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

export type AssessmentFormat = "text" | "json" | "html" | "markdown" | "csv";

/** Renders an assessment; only the renderer that is asked for is loaded. */
export async function renderAssessment(
  assessment: Assessment,
  format: AssessmentFormat,
  style: Style,
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../render/text.ts")).renderText(assessment, style);
    case "json":
      return (await import("../render/json.ts")).renderJson(assessment);
    case "html":
      return (await import("../render/html.ts")).renderHtml(assessment);
    case "markdown":
      return (await import("../render/markdown.ts")).renderMarkdown(assessment);
    case "csv":
      return (await import("../render/csv.ts")).renderCsv(assessment);
  }
}
