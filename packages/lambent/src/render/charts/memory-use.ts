import type { FunctionSummary, MemoryUse } from "../../model/assessment.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatMb } from "../format/memory.ts";
import { formatShare } from "../format/share.ts";
import { functionLabel } from "../../model/function-label.ts";
import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";
import { dataTable } from "./data-table.ts";
import { chartFigure } from "./figure.ts";
import { percent } from "./percent.ts";
import { svgImage } from "./svg-image.ts";

const MOST_ROWS = 12;
const TRACK_PX = 16;
/** Over this share of its size a function is near its limit. */
const TIGHT = 0.9;
/** Under this share it pays for memory that it does not use. */
const ROOMY = 0.4;

/** The three states of a bar: the colour repeats what its length says. */
const KEYS: readonly Html[] = [
  ["roomy", "under 40 %: room to spare"],
  ["", "in between"],
  ["tight", "90 % and over: near the limit"],
].map(
  ([state = "", words = ""]) =>
    html`<li>
      <svg aria-hidden="true" viewBox="0 0 14 14">
        <rect class="used ${state}" width="14" height="14" rx="3" /></svg
      >${words}
    </li>`,
);

interface Row {
  readonly name: string;
  readonly memory: MemoryUse;
}

/** Memory used against memory paid for, one bullet a function. Null where no line says. */
export function memoryUse(functions: readonly FunctionSummary[]): Html | null {
  const rows = functions
    .flatMap((one) =>
      one.memory === null || one.memory.memorySizeMb <= 0 || one.memory.usedMb.count === 0
        ? []
        : [{ name: functionLabel(one.name), memory: one.memory }],
    )
    .slice(0, MOST_ROWS);
  if (rows.length === 0) return null;
  const table = dataTable(
    "Memory used against size",
    [
      "Function",
      "Size",
      "p50 used",
      "p99 used",
      "Most used",
      "Share",
      "At the limit",
      "Environments",
    ],
    rows.map(({ name, memory }) => [
      name,
      formatMb(memory.memorySizeMb),
      formatMb(memory.usedMb.p50),
      formatMb(memory.usedMb.p99),
      formatMb(memory.usedMb.max),
      formatShare(memory.usedMb.max / memory.memorySizeMb),
      formatCount(memory.atLimit),
      formatCount(memory.environments),
    ]),
  );
  return chartFigure({
    id: "memory-use",
    title: "Memory used against size",
    said: `A full track is the memory size. The bar ends at the most that any environment used, the upright line marks the middle one. ${saidOf(rows)}`,
    className: "",
    body: html`<ul class="legend">
        ${KEYS}
      </ul>
      <ul class="rows">
        ${rows.map(bullet)}
      </ul>
      ${table}`,
  });
}

function bullet({ name, memory }: Row): Html {
  const most = share(memory.usedMb.max, memory);
  const middle = share(memory.usedMb.p50, memory);
  const state = stateOf(memory);
  const picture = svgImage({
    title: `Memory of ${name}`,
    description: inWords(memory),
    heightPx: TRACK_PX,
    className: "bullet",
    content: html`<g class="mark"
      ><title>${inWords(memory)}</title
      ><rect class="track" width="100%" height="${TRACK_PX}" rx="3" /><rect
        class="used ${state}"
        y="3"
        width="${percent(most)}"
        height="${TRACK_PX - 6}"
        rx="2" /><line
        class="typical"
        x1="${percent(middle)}"
        x2="${percent(middle)}"
        y1="0"
        y2="${TRACK_PX}" /><line class="limit" x1="90%" x2="90%" y1="-1" y2="${TRACK_PX + 1}"
    /></g>`,
  });
  return html`<li class="row">
    <span class="name" title="${name}"><bdi>${name}</bdi></span
    >${picture}
    <span class="value pair of"
      ><span>${formatShare(most)}</span
      ><span class="muted">of ${formatMb(memory.memorySizeMb)}</span></span
    >
  </li>`;
}

function share(usedMb: number, memory: MemoryUse): number {
  return Math.min(1, Math.max(0, usedMb / memory.memorySizeMb));
}

function stateOf(memory: MemoryUse): "tight" | "roomy" | "" {
  const most = share(memory.usedMb.max, memory);
  return most >= TIGHT ? "tight" : most < ROOMY ? "roomy" : "";
}

function inWords(memory: MemoryUse): string {
  const limit =
    memory.atLimit === 0 ? "" : ` ${countOf(memory.atLimit, "call")} at the limit (a suspicion).`;
  const middle =
    memory.environments === null
      ? ""
      : `, ${formatMb(memory.usedMb.p50)} by the middle one of ${countOf(memory.environments, "environment")}`;
  return `${formatMb(memory.usedMb.max)} of ${formatMb(memory.memorySizeMb)} used at most${middle}.${limit}`;
}

function saidOf(rows: readonly Row[]): string {
  const roomy = rows.filter(({ memory }) => stateOf(memory) === "roomy").length;
  const tight = rows.filter(({ memory }) => stateOf(memory) === "tight").length;
  return `${countOf(roomy, "function")} ${roomy === 1 ? "uses" : "use"} under 40 %, ${tight} ${tight === 1 ? "is" : "are"} near the limit.`;
}
