import { expect, test } from "vitest";
import { renderPriceCsv, renderPriceTable } from "./price-table.ts";

test("columns are aligned, notes wrapped, and nothing trails", () => {
  const text = renderPriceTable(
    {
      title: "Title",
      columns: [
        { heading: "Name", align: "left" },
        { heading: "N", align: "right" },
        { heading: "When", align: "left" },
      ],
      rows: [
        ["a", "1.5", "now"],
        ["longer", "10.5", "later"],
        ["b", "?"],
      ],
      notes: ["one two three four five six", "short"],
    },
    20,
  );
  expect(text).toBe(
    [
      "Title",
      "",
      "Name       N  When",
      "a        1.5  now",
      "longer  10.5  later",
      "b          ?",
      "",
      "one two three four",
      "  five six",
      "short",
      "",
    ].join("\n"),
  );
});

test("CSV: unknown is empty, and what needs quotes has them", () => {
  expect(
    renderPriceCsv([
      ["a", null, "b,c"],
      ['say "x"', "", "two\nlines"],
    ]),
  ).toBe('a,,"b,c"\n"say ""x""",,"two\nlines"\n');
});
