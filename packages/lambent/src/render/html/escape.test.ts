import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml, html, trusted } from "./escape.ts";
import { prose } from "./prose.ts";

describe("html", () => {
  test("text is escaped, markup is not, nothing leaves nothing", () => {
    const inner = html`<b>${"<x>"}</b>`;
    expect(
      html`<p title="${`"'&`}">${inner}${null}${undefined}${false}${0}${["a", inner]}</p>`.markup,
    ).toBe('<p title="&quot;&#39;&amp;"><b>&lt;x&gt;</b>0a<b>&lt;x&gt;</b></p>');
  });

  test("what looks like markup is text unless it was made here", () => {
    const lookalike = { markup: "<script>" } as unknown as string;
    expect(() => html`${lookalike}`.markup.includes("<script>")).toThrow();
    expect(html`${trusted("<hr>")}`.markup).toBe("<hr>");
  });

  test("no text can leave its element or its attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'\u0000\u001b\u202e]/u);
      }),
    );
  });
});

describe("prose", () => {
  test("backticks make code, within which nothing is markup", () => {
    expect(prose("Use `a<b>` now").markup).toBe("Use <code>a&lt;b&gt;</code> now");
    expect(prose("a ` b").markup).toBe("a ` b");
  });
});
