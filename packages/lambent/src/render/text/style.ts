/** What a piece of text means; the look is chosen here and nowhere else. */
export type Tone = "plain" | "strong" | "quiet" | "accent" | "good" | "warning" | "bad";

/** How to print: decided by the command line (terminal, `NO_COLOR`, `--ascii`). */
export interface TextOptions {
  /** Width of the terminal, in cells. Lines are never wider (at least 40 are used). */
  readonly columns: number;
  readonly colour: boolean;
  /** False: ASCII only, for terminals and logs that know nothing else. */
  readonly unicode: boolean;
}

/** Gives a piece of text its look. The text must be safe to print already. */
export type Paint = (tone: Tone, text: string) => string;

/** Select Graphic Rendition parameters (ECMA-48), the sixteen basic colours only: they follow the user's theme. */
const SGR: Readonly<Record<Tone, readonly [on: string, off: string]>> = {
  plain: ["", ""],
  strong: ["1", "22"],
  quiet: ["2", "22"],
  accent: ["36", "39"],
  good: ["32", "39"],
  warning: ["33", "39"],
  bad: ["31", "39"],
};

export function createPaint(colour: boolean): Paint {
  if (!colour) return (_tone, text) => text;
  return (tone, text) => {
    const [on, off] = SGR[tone];
    return on === "" || text === "" ? text : `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
