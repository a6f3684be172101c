import { CHARTS } from "./style/charts.ts";
import { FINDINGS } from "./style/findings.ts";
import { LAYOUT } from "./style/layout.ts";
import { TABLES } from "./style/tables.ts";
import { TOKENS } from "./style/tokens.ts";

/** All styles of the page. Constant: its hash stands in the page's content security policy. */
export const STYLESHEET: string = [TOKENS, LAYOUT, FINDINGS, CHARTS, TABLES].join("");
