/** The functions table, the small tables behind charts, groups of errors, and paper. */
export const TABLES = `
table{border-collapse:collapse;width:100%;font-size:.9rem}
.functions{font-size:.87rem}
.functions th,.functions td{padding:.42rem .5rem}
.functions tr>:first-child{position:sticky;left:0;background:var(--card);padding-left:0;z-index:1}
.functions tbody tr:hover>:first-child{background:var(--inset)}
caption{text-align:left;color:var(--muted);font-size:.87rem;padding-bottom:.5rem}
th,td{padding:.42rem .7rem;text-align:right;white-space:nowrap;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--muted);font-weight:500;font-size:.87rem;vertical-align:bottom}
th:first-child,td:first-child{text-align:left;padding-left:0}
th:last-child,td:last-child{padding-right:0}
tbody th{font-weight:500;color:var(--text)}
tbody tr:hover{background:var(--inset)}
.functions tbody th{max-width:min(16rem,42vw);overflow:hidden;text-overflow:ellipsis}
.functions .trend{width:96px;height:20px;margin-left:auto}
@media (max-width:1400px){.functions th,.functions td{padding:.42rem .36rem}.functions tbody th{max-width:min(11rem,42vw)}.functions .trend{width:80px}}
.functions .left{text-align:left}
.functions .sub{color:var(--muted);font-size:.95em;font-weight:400}
.functions .bad{color:var(--bad);font-weight:600}
.functions .warning{color:var(--warning)}
th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;white-space:nowrap}
th button:hover{color:var(--text)}
th button::after{content:"";display:inline-block;width:.9em;text-align:center;opacity:.9}
th[aria-sort=descending] button::after{content:"\\2193"}
th[aria-sort=ascending] button::after{content:"\\2191"}
th[aria-sort] button{color:var(--text)}
.share-bar{width:64px;height:8px;display:inline-block;vertical-align:middle;margin-right:.5rem}
.groups>li{border-top:1px solid var(--line)}
.groups>li:first-child{border-top:0}
.groups summary{display:grid;grid-template-columns:5.2rem minmax(0,1fr);gap:.1rem 1rem;padding:.62rem 0;color:var(--text);list-style:none}
.groups summary::-webkit-details-marker{display:none}
.groups .count{text-align:right;font-weight:620}
.groups .pattern{overflow-wrap:anywhere}
.groups .pattern::before{content:"\\25B8";display:inline-block;width:1.1em;color:var(--muted)}
.groups details[open] .pattern::before{content:"\\25BE"}
.groups .about,.groups .body{margin-left:.95rem}
.groups .about{grid-column:2;color:var(--muted);font-size:.87rem;overflow-wrap:anywhere}
.groups .body{padding:0 0 .9rem 6.2rem}
@media (max-width:640px){.groups summary{grid-template-columns:minmax(0,1fr)}.groups .count{text-align:left}.groups .about{grid-column:1}.groups .body{padding-left:0}}
@media print{
 body{font-size:11px}.theme,.top nav,.skip,details.data>summary,.tip{display:none}
 .card,.headline{border-color:#bbb;break-inside:avoid}section{margin-top:1.2rem}
 .scroll{overflow:visible}.functions{font-size:8.5px}th,td{padding:.25rem .35rem}
 .groups details::details-content{content-visibility:visible;block-size:auto}
 *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
