/** Figures, their rows and marks, legends and the table behind each picture. */
export const CHARTS = `
svg{display:block;overflow:visible}
.plot{width:100%}
.plot text,.axis text{font-size:11.5px;fill:var(--muted)}
.defs{position:absolute;width:0;height:0}
figure .said{color:var(--muted);font-size:.89rem;margin:.1rem 0 .75rem;max-width:80ch}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.87rem;margin-bottom:.7rem}
.legend li{display:flex;align-items:center;gap:.45rem}
.legend svg{width:14px;height:14px;flex:none}
.legend .muted{margin-left:.1rem}
.rows{display:grid;gap:.1rem}
.row{display:grid;align-items:center;column-gap:1rem;grid-template-columns:minmax(0,11.5rem) minmax(0,1fr) auto;padding:.16rem 0;border-radius:5px}
.row .name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:.92rem}
.row .value{text-align:right;font-size:.9rem;white-space:nowrap}
.row .value .muted{font-size:.85rem}
.row .pair{display:grid;grid-template-columns:4.6rem 3.6rem;gap:.3rem}
.row .pair.of{grid-template-columns:3.4rem 5.6rem}
.wide .row{grid-template-columns:minmax(0,14rem) minmax(0,1fr) minmax(0,17rem)}
.row .triple{display:grid;grid-template-columns:repeat(3,1fr);gap:.5rem}
.row.head{color:var(--muted);font-size:.85rem}
.row.head .value{font-size:inherit}
.row:not(.head):not(.foot):hover{background:var(--inset)}
@media (max-width:960px){
 .wide .row{grid-template-columns:minmax(0,1fr) auto;row-gap:.05rem;padding:.3rem 0}
 .wide .row .plot,.wide .row .axis{grid-column:1/-1;grid-row:2}
 .wide .row .triple{gap:.7rem;grid-template-columns:repeat(3,minmax(4.6rem,auto))}
 .wide .row.head .name,.wide .row.foot .name,.wide .row.foot .value{display:none}
 .wide .row.foot{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:640px){
 .row{grid-template-columns:minmax(0,1fr) auto;row-gap:.05rem;padding:.3rem 0}
 .row .plot,.row .axis{grid-column:1/-1;grid-row:2}
 .row .triple{gap:.7rem;grid-template-columns:repeat(3,auto)}
 .row.head .name,.row.foot .name,.row.foot .value{display:none}
 .row.foot{grid-template-columns:minmax(0,1fr)}
 .wide .row .triple{grid-template-columns:repeat(3,auto)}
}
.duration{fill:var(--c-duration)}
.init{fill:url(#p-init)}
.failed{fill:url(#p-failed)}
.requests{fill:var(--c-requests)}
.p-init-ground{fill:var(--c-init)}.p-failed-ground{fill:var(--c-failed)}
.p-line{stroke:var(--hatch);stroke-width:1.6;opacity:.62}
.track{fill:var(--inset)}
.gridline{stroke:var(--grid);stroke-width:1}
.baseline{stroke:var(--line);stroke-width:1}
.limit{stroke:var(--bad);stroke-width:1;stroke-dasharray:3 3;opacity:.75}
.hist{fill:var(--c-duration);opacity:.55}
.quantile{stroke:var(--text);stroke-width:1.2}
.quantile-sign{fill:var(--text);stroke:var(--card);stroke-width:1}
.used{fill:var(--c-duration)}
.used.roomy{fill:var(--c-init)}
.used.tight{fill:var(--c-failed)}
.typical{stroke:var(--text);stroke-width:2}
.strips{display:grid;gap:.85rem}
.strip-head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;font-size:.89rem;margin-bottom:.15rem}
.bin-invocations,.bin-cost{fill:var(--c-duration)}
.bin-errors{fill:var(--c-failed)}
.bin-cold{fill:var(--c-init)}
.mark:hover rect,.bar:hover{filter:brightness(1.15)}
@media (max-width:640px){.axis .minor{display:none}}
.split{display:grid;gap:.7rem;margin-top:1.2rem;padding-top:1.1rem;border-top:1px solid var(--line)}
.split .legend{margin:0;gap:.3rem 1.6rem}
.split .said{margin:0}
details.data{margin-top:.8rem;font-size:.88rem}
summary{cursor:pointer;color:var(--muted)}
summary:hover{color:var(--text)}
.scroll{overflow-x:auto;max-width:100%}
details.data table{margin-top:.5rem}
.tip{position:fixed;z-index:8;pointer-events:none;max-width:min(340px,90vw);background:var(--text);color:var(--card);font-size:.85rem;line-height:1.4;padding:.35rem .6rem;border-radius:6px;white-space:pre-line}
`;
