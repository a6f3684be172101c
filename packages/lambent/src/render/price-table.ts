/** One column of a plain table. */
export interface PriceColumn {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** A table with what a reader needs to read it; every cell is text already. */
export interface PriceTable {
  readonly title: string;
  readonly columns: readonly PriceColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table; each is wrapped. */
  readonly notes: readonly string[];
}

const GAP = "  ";

/** The table as aligned text, its notes wrapped at `columns` characters (≥ 20). */
export function renderPriceTable(table: PriceTable, columns: number): string {
  const widths = table.columns.map((column, index) =>
    Math.max(column.heading.length, ...table.rows.map((row) => (row[index] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    table.columns
      .map((column, index) => {
        const cell = cells[index] ?? "";
        const width = widths[index] ?? 0;
        return column.align === "right" ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(GAP)
      .trimEnd();
  return [
    ...wrap(table.title, columns),
    "",
    line(table.columns.map((column) => column.heading)),
    ...table.rows.map(line),
    "",
    ...table.notes.flatMap((note) => wrap(note, columns)),
    "",
  ].join("\n");
}

function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      // A long note goes on under its own text, so that its beginning can be seen.
      lines.push(last === undefined ? word : `${GAP}${word}`);
    }
  }
  return lines;
}

/** Rows as CSV (RFC 4180, lines end in a line feed); an unknown value is an empty field. */
export function renderPriceCsv(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `${row.map(field).join(",")}\n`).join("");
}

function field(value: string | null): string {
  if (value === null) return "";
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
