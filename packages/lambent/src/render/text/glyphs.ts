/** The signs that differ between a Unicode and an ASCII terminal. */
export interface Glyphs {
  readonly rule: string;
  readonly wall: string;
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
  readonly ellipsis: string;
  readonly bullet: string;
  readonly arrow: string;
  readonly separator: string;
  readonly dash: string;
  /** From empty to full, for sparklines. */
  readonly levels: readonly string[];
  readonly barFull: string;
  readonly barEmpty: string;
}

const UNICODE: Glyphs = {
  rule: "─",
  wall: "│",
  topLeft: "╭",
  topRight: "╮",
  bottomLeft: "╰",
  bottomRight: "╯",
  ellipsis: "…",
  bullet: "•",
  arrow: "→",
  separator: "·",
  dash: "–",
  levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
  barFull: "━",
  barEmpty: "─",
};

const ASCII: Glyphs = {
  rule: "-",
  wall: "|",
  topLeft: "+",
  topRight: "+",
  bottomLeft: "+",
  bottomRight: "+",
  ellipsis: "~",
  bullet: "*",
  arrow: "->",
  separator: "|",
  dash: "-",
  levels: [" ", ".", ":", "-", "=", "+", "*", "#"],
  barFull: "#",
  barEmpty: ".",
};

export function glyphsFor(unicode: boolean): Glyphs {
  return unicode ? UNICODE : ASCII;
}
