import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleAssessment } from "../../../../test/pages/sample-assessment.ts";
import { markdownCode, markdownText } from "./markdown/escape.ts";
import { renderMarkdown } from "./markdown.ts";

describe("renderMarkdown", () => {
  const markdown = renderMarkdown(sampleAssessment());

  test("says what it costs, what to do first and on what basis", () => {
    expect(markdown).toContain("**$77.94** in this period");
    expect(markdown).toContain("**$31.20 a month** (predicted, $18.20 to $44.10 a month)");
    expect(markdown).toContain("**$2.10 a month** (measured)");
    expect(markdown).toContain("| `checkout-api` | $31.42 |");
    expect(markdown).toContain("out-of-memory (suspected)");
  });

  test("every row of a table has as many cells as its head", () => {
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
    for (const block of markdown.split("\n\n").filter((one) => one.startsWith("|"))) {
      const lines = block.split("\n");
      expect(new Set(lines.map(cells)).size, block).toBe(1);
      expect(lines.length).toBeGreaterThan(2);
    }
  });

  test("hostile text is inert", () => {
    const outsideCode = markdown.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "");
    expect(outsideCode).not.toMatch(/<(?!!-- -->|\d)/);
    expect(outsideCode).not.toContain("](https");
    expect(outsideCode).not.toContain("@mention");
    expect(markdown.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

describe("markdownText", () => {
  test.each([
    ["![x](http://a/b.png)", "\\!\\[x\\](http&#58;//a/b.png)"],
    ["# head", "\\# head"],
    ["- item", "\\- item"],
    ["a-b #1 30 %", "a-b #1 30 %"],
    ["<b>&amp;", "&lt;b&gt;&amp;amp;"],
    ["a | b", "a \\| b"],
  ])("%j", (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

describe("markdownCode", () => {
  test("a code span cannot be left", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "a", " ", "|", "\n") }), (text) => {
        const code = markdownCode(text);
        if (code === "") return;
        const fence = /^`+/.exec(code)?.[0] ?? "";
        const inside = code.slice(fence.length, -fence.length);
        expect(code.endsWith(fence)).toBe(true);
        expect([...inside.matchAll(/`+/g)].every(([run]) => run.length < fence.length)).toBe(true);
        expect(inside.replaceAll("\\|", "")).not.toContain("|");
      }),
    );
  });
});
