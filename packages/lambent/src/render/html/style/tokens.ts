/** Colours of one theme. Text on every ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
type Theme = Readonly<Record<string, string>>;

const LIGHT: Theme = {
  "color-scheme": "light",
  "--ground": "#f6f7f8",
  "--card": "#ffffff",
  "--inset": "#f0f2f4",
  "--line": "#dde1e6",
  "--text": "#171b21",
  "--muted": "#56606c",
  "--accent": "#1f5fa6",
  "--good": "#1c6b41",
  "--warning": "#8a5300",
  "--bad": "#b3320f",
  "--good-ground": "#e5f4ea",
  "--warning-ground": "#fdf1dc",
  "--bad-ground": "#fdeae4",
  // Blue, amber, vermilion and grey of Okabe and Ito's palette, darkened to 3:1 on white.
  "--c-duration": "#2b6cb0",
  "--c-init": "#c48612",
  "--c-failed": "#c4451c",
  "--c-requests": "#7a8693",
  "--grid": "#e3e7eb",
  "--hatch": "#ffffff",
};

const DARK: Theme = {
  "color-scheme": "dark",
  "--ground": "#0e1116",
  "--card": "#161b22",
  "--inset": "#1d242d",
  "--line": "#2c343f",
  "--text": "#e7eaee",
  "--muted": "#a0aab6",
  "--accent": "#7fb8f2",
  "--good": "#74d19b",
  "--warning": "#f0b95c",
  "--bad": "#ff8f6b",
  "--good-ground": "#15301f",
  "--warning-ground": "#33270f",
  "--bad-ground": "#3a1c12",
  "--c-duration": "#5b9fe3",
  "--c-init": "#e0a63a",
  "--c-failed": "#f0703f",
  "--c-requests": "#8b97a5",
  "--grid": "#262e38",
  "--hatch": "#161b22",
};

function block(selector: string, theme: Theme): string {
  const rules = Object.entries(theme).map(([name, value]) => `${name}:${value}`);
  return `${selector}{${rules.join(";")}}`;
}

/** Both themes: the system's by default, the reader's own choice over it, light on paper. */
export const TOKENS: string = [
  block(":root", LIGHT),
  `@media (prefers-color-scheme:dark){${block(":root:not([data-theme=light])", DARK)}}`,
  block(":root[data-theme=dark]", DARK),
  `@media print{${block(":root:root:root", LIGHT)}}`,
].join("\n");
