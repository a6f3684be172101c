import type { Assessment } from "../../model/assessment.ts";
import { moneySplit } from "../charts/money-split.ts";
import { countOf, formatCount, formatExactCount } from "../format/count.ts";
import { formatUsd } from "../format/money.ts";
import { formatShare } from "../format/share.ts";
import { headlineFacts } from "../headline-text.ts";
import { whyNoMonth } from "../month-text.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";

/** The figures everyone asks for first, what they are made of, and what the money was paid for. */
export function summary(assessment: Assessment): Html {
  const { totals } = assessment;
  const facts = headlineFacts(assessment);
  const { invocations, errors, timeouts, cost } = totals;
  const known = invocations - totals.coldStartUnknown;
  const unknown =
    totals.costUnknown === 0 ? "" : `, ${countOf(totals.costUnknown, "call")} of unknown cost`;
  const figures = [
    figure("Cost", formatUsd(cost?.totalUsd ?? null), `in this period${unknown}`, "first"),
    figure(
      "Per month",
      formatUsd(totals.costPerMonthUsd),
      whyNoMonth(assessment) ?? "30 days at this rate",
      "first",
    ),
    figure(
      "Invocations",
      formatCount(invocations),
      `${formatExactCount(invocations)} by ${countOf(totals.functions, "function")}`,
    ),
    figure(
      "Errors",
      formatCount(errors),
      `${formatShare(invocations === 0 ? null : errors / invocations)}, ${countOf(timeouts, "timeout")}`,
    ),
    figure(
      "Cold starts",
      known <= 0 ? formatCount(null) : formatCount(totals.coldStarts),
      known <= 0 ? "these logs do not say" : `${formatShare(totals.coldStarts / known)} of calls`,
    ),
    totals.throttles === null
      ? figure("Retries", formatCount(totals.retries), "the same request again")
      : figure(
          "Throttles",
          formatCount(totals.throttles),
          countOf(totals.retries, "retry", "retries"),
        ),
  ];
  return html`<section class="headline" aria-labelledby="headline-title">
    <h2 class="hidden-text" id="headline-title">Headline</h2>
    <dl class="figures">${figures}</dl>
    ${
      facts.length > 0 &&
      html`<dl class="answers">
        ${facts.map(
          ({ label, text }) =>
            html`<div>
              <dt>${label}</dt>
              <dd><bdi>${text}</bdi></dd>
            </div>`,
        )}
      </dl>`
    }
    ${cost !== null && cost.totalUsd > 0 && moneySplit(cost)}
  </section>`;
}

function figure(label: string, value: string, detail: string, className = ""): Html {
  return html`<div class="${className}">
    <dt>${label}</dt>
    <dd class="value">${value}</dd>
    <dd class="detail">${detail}</dd>
  </div>`;
}
