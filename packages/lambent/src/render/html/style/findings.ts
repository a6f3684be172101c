/** Cards of the first findings, rows of the others. */
export const FINDINGS = `
.cards{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.finding{display:flex;flex-direction:column;gap:.7rem;position:relative}
@media (min-width:960px){
 .cards{grid-template-columns:repeat(auto-fit,minmax(280px,1fr))}
 @supports (grid-template-rows:subgrid){.finding{display:grid;grid-row:span 6;grid-template-rows:subgrid;align-content:start}}
}
.finding .rank{display:flex;align-items:center;gap:.6rem;font-size:.87rem;color:var(--muted)}
.finding .rank b{display:inline-grid;place-items:center;width:1.65rem;height:1.65rem;border-radius:50%;background:var(--text);color:var(--card);font-size:.87rem}
.finding .worth{font-size:1.55rem;line-height:1.2;font-weight:640;letter-spacing:-.02em}
.finding .worth small{font-size:.9rem;font-weight:400;letter-spacing:0;color:var(--muted)}
.finding .range{font-size:.87rem;color:var(--muted)}
.finding .evidence li{padding:.12rem 0}
.finding .small{align-self:end;margin-top:auto;font-size:.87rem;color:var(--muted)}
.finding .small summary{cursor:pointer;width:fit-content}
.finding .small summary:hover{color:var(--text)}
.finding .small details p{margin:.2rem 0 .4rem}
.finding .do{background:var(--inset);border-radius:8px;padding:.65rem .8rem}
.finding .do b{display:block;font-size:.8rem;font-weight:620;color:var(--muted)}
.finding .more{font-size:.85rem;color:var(--muted);display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1rem}
.chip{display:inline-block;font-weight:400;letter-spacing:0;vertical-align:.12em;font-size:.8rem;line-height:1.45;padding:.05rem .5rem;border-radius:99px;border:1px solid currentColor;white-space:nowrap}
.chip.high{color:var(--bad);background:var(--bad-ground)}
.chip.medium{color:var(--warning);background:var(--warning-ground)}
.chip.low,.chip.info,.chip.plain{color:var(--muted)}
.chip.measured{color:var(--good);background:var(--good-ground)}
.chip.predicted{color:var(--accent);border-style:dashed}
.chip.estimated{color:var(--muted);border-style:dotted}
.then{margin-top:1rem;padding-top:.3rem;padding-bottom:.3rem}
.finding-rows>li{border-top:1px solid var(--line)}
.finding-rows>li:first-child{border-top:0}
.finding-rows summary{display:grid;grid-template-columns:2rem minmax(0,1fr) auto;gap:.1rem .8rem;padding:.55rem 0;list-style:none;cursor:pointer;color:var(--text)}
.finding-rows summary::-webkit-details-marker{display:none}
.finding-rows .rank{color:var(--muted)}
.finding-rows .title::after{content:"\\25B8";display:inline-block;width:1.1em;text-align:right;color:var(--muted)}
.finding-rows details[open] .title::after{content:"\\25BE"}
.finding-rows summary:hover .title{text-decoration:underline;text-underline-offset:.2em;text-decoration-color:var(--muted)}
.finding-rows .worth{font-weight:600;text-align:right;white-space:nowrap}
.finding-rows .body{display:grid;gap:.3rem;padding:0 0 .8rem 2.8rem;max-width:110ch;font-size:.92rem}
.finding-rows .body b{font-weight:600}
.finding-rows .note{font-size:.95em;color:var(--muted)}
.rest{border-top:1px solid var(--line)}
.rest>summary{padding:.6rem 0;color:var(--accent);cursor:pointer;width:fit-content}
@media (max-width:520px){.finding-rows summary{grid-template-columns:1.4rem minmax(0,1fr)}.finding-rows .worth{grid-column:2;text-align:left}.finding-rows .body{padding-left:0}}
@media print{.finding details::details-content,.finding-rows details::details-content,.rest::details-content{content-visibility:visible;block-size:auto}}
.interval{height:22px}
.interval .track{stroke:var(--line);stroke-width:2}
.interval .span{stroke:var(--good);stroke-width:6;stroke-linecap:round;opacity:.45}
.interval .mid{fill:var(--good);stroke:var(--card);stroke-width:2}
`;
