import type { Assessment } from "../model/assessment.ts";
import { PATTERNS } from "./charts/patterns.ts";
import { formatPeriod } from "./format/time.ts";
import { doFirst } from "./html/do-first.ts";
import { errors } from "./html/errors.ts";
import { html, trusted } from "./html/escape.ts";
import { functionsTable } from "./html/functions-table.ts";
import { ICON_ADDRESS } from "./html/logo.ts";
import { pageHeader } from "./html/page-header.ts";
import { PAGE_SCRIPT } from "./html/page-script.ts";
import { pictures } from "./html/pictures.ts";
import { reading } from "./html/reading.ts";
import { securityPolicy } from "./html/security-policy.ts";
import { STYLESHEET } from "./html/stylesheet.ts";
import { summary } from "./html/summary.ts";

/**
 * The assessment as one page that needs nothing else: no requests, works without scripts, light and
 * dark, narrow and wide, on paper. Text from logs is inert.
 */
export function renderHtml(assessment: Assessment): string {
  const when = assessment.period === null ? "" : `, ${formatPeriod(assessment.period)}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="${trusted(securityPolicy(STYLESHEET, PAGE_SCRIPT))}"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="Lambent" />
        <title>Lambda cost and health${when}</title>
        <link rel="icon" href="${trusted(ICON_ADDRESS)}" />
        ${trusted(`<style>${STYLESHEET}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        ${PATTERNS} ${pageHeader(assessment)}
        <main class="wrap" id="main">
          ${summary(assessment)} ${doFirst(assessment.findings)} ${pictures(assessment)}
          ${functionsTable(assessment.functions)} ${errors(assessment.errorGroups)}
          ${reading(assessment)}
        </main>
        <footer class="wrap">
          <p>
            Made by Lambent from logs alone. Savings are measured, predicted or estimated, as each
            one says.
          </p>
        </footer>
        ${trusted(`<script>${PAGE_SCRIPT}</script>`)}
      </body>
    </html> `;
  return page.markup;
}
