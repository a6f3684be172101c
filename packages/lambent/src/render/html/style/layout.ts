/** Page, header, headline figures, sections. */
export const LAYOUT = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);
 font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
 font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1,h2,h3,p,ul,ol,dl,dd,figure,pre{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:1.05rem;font-weight:600;letter-spacing:.005em}
h2{font-size:1.2rem;font-weight:650;letter-spacing:-.01em;margin-bottom:.15rem}
h3{font-size:1rem;font-weight:620;line-height:1.35}
a{color:var(--accent);text-underline-offset:.15em}
code,pre,.mono{font-family:ui-monospace,"SF Mono",SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
.wrap{max-width:1560px;margin:0 auto;padding:0 clamp(14px,2.6vw,40px)}
.skip{position:absolute;left:-999px}
.skip:focus{left:12px;top:12px;background:var(--card);padding:.5em 1em;z-index:9}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.muted{color:var(--muted)}
.num{white-space:nowrap}
.hidden-text{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{display:flex;align-items:center;gap:.8rem;padding-top:1.3rem;padding-bottom:1.1rem;flex-wrap:wrap}
.top .mark-logo{width:30px;height:30px;flex:none}
.top .when{color:var(--muted);font-size:.92rem}
.top .titles{margin-right:auto;min-width:0}
@media (max-width:640px){.top .titles{flex:1 1 60%}.top nav{order:3;flex:1 1 100%}.top{gap:.6rem .8rem}}
.top nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;font-size:.92rem}
.top nav a{color:var(--muted);text-decoration:none}
.top nav a:hover{color:var(--text);text-decoration:underline}
.theme{font:inherit;font-size:.88rem;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:7px;padding:.28rem .7rem;cursor:pointer}
.theme:hover{border-color:var(--muted)}
.headline{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.2rem clamp(1rem,2vw,1.7rem) 1.3rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:1.1rem 1.4rem}
.figures dt{color:var(--muted);font-size:.87rem}
.figures .value{font-size:1.78rem;line-height:1.25;font-weight:640;letter-spacing:-.022em;white-space:nowrap}
.figures .detail{color:var(--muted);font-size:.87rem}
.figures .first .value{font-size:2.15rem;line-height:1.05}
@media (max-width:520px){.figures{grid-template-columns:1fr 1fr;gap:1rem}.figures .value,.figures .first .value{font-size:1.5rem;line-height:1.25}}
.answers{display:grid;gap:.25rem;margin-top:1.1rem;padding-top:1rem;border-top:1px solid var(--line)}
.answers>div{display:grid;grid-template-columns:6.4rem minmax(0,1fr);gap:.1rem .8rem}
.answers dt{color:var(--muted)}
.answers dd{overflow-wrap:anywhere}
section{margin-top:2.3rem}
main>.headline{margin-top:.2rem}
.lead{color:var(--muted);font-size:.93rem;margin-bottom:.8rem;max-width:74ch}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.1rem 1.25rem 1.2rem;min-width:0}
.chart-grid{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:1080px){.chart-grid{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.chart-grid .wide{grid-column:1/-1}}
.reading{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:900px){.reading{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.reading .wide{grid-column:1/-1}}
.reading li{padding:.28rem 0 .28rem 1rem;position:relative;max-width:80ch}
.reading li::before{content:"";position:absolute;left:0;top:1.02em;width:6px;height:1px;background:var(--muted)}
.reading h3{margin-bottom:.35rem}
.reading pre{margin-top:.5rem}
pre{background:var(--inset);border-radius:7px;padding:.6rem .8rem;white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.45}
footer{color:var(--muted);font-size:.87rem;padding-top:2rem;padding-bottom:2.4rem}
`;
