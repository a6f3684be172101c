import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryAssessment } from "../../../../test/pages/arbitrary-assessment.ts";
import { HOSTILE_NAME } from "../../../../test/pages/hostile.ts";
import { sampleAssessment } from "../../../../test/pages/sample-assessment.ts";
import { renderHtml } from "./html.ts";

describe("renderHtml", () => {
  const page = renderHtml(sampleAssessment());

  test("says what it costs, what to do first and on what basis", () => {
    for (const said of ["$77.94", "$31.20", "predicted", "measured", "estimated"]) {
      expect(page).toContain(said);
    }
    expect(page).toContain("$18.20 to $44.10 a month");
  });

  test("the policy allows exactly the style sheet and the script of the page", () => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? "";
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    const hash = (text: string): string =>
      `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${hash(style)};`);
    expect(policy).toContain(`script-src ${hash(script)};`);
    expect(policy).not.toContain("unsafe");
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/\sstyle="/);
  });

  test("a link to the logs only where it leads to a web page", () => {
    const sample = sampleAssessment();
    const [first] = sample.findings;
    if (first === undefined) throw new Error("the sample has no findings");
    const where = { function: "f", logLink: "javascript:alert(1)" };
    const hostile = renderHtml({ ...sample, findings: [{ ...first, where }] });
    expect(hostile).not.toContain("javascript:");
    expect(page).toContain('href="https://console.aws.amazon.com/');
  });

  test("hostile names are text", () => {
    expect(page).not.toContain(HOSTILE_NAME);
    expect(page).toContain("&lt;img src=x onerror=");
    expect(page).not.toMatch(/[\u0007\u001b\u202e]/);
  });

  test("any assessment makes a page with balanced elements and no broken figures", () => {
    fc.assert(
      fc.property(arbitraryAssessment, (assessment) => {
        const one = renderHtml(assessment);
        const body = one.slice(one.indexOf("<body>"), one.indexOf("<script>"));
        expect(/.{0,80}(?:NaN|Infinity|\[object|>undefined<).{0,40}/.exec(body)?.[0] ?? "").toBe(
          "",
        );
        for (const name of ["div", "section", "svg", "table", "li", "p", "span", "g", "figure"]) {
          const opened = body.match(new RegExp(`<${name}[\\s>]`, "g"))?.length ?? 0;
          const closed = body.match(new RegExp(`</${name}\\s*>`, "g"))?.length ?? 0;
          expect(closed, name).toBe(opened);
        }
      }),
      { numRuns: 40 },
    );
  });
});
