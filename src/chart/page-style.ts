import { ink, mutedInk, rule, surface } from "./paint.ts";

/** The style of a chart's page. */
export const pageStyle = `
:root{color-scheme:light dark;--surface:${surface.light};--ink:${ink.light};--muted:${mutedInk.light};--rule:${rule.light}}
@media (prefers-color-scheme: dark){:root{--surface:${surface.dark};--ink:${ink.dark};--muted:${mutedInk.dark};--rule:${rule.dark}}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:90rem;margin:0 auto;padding:clamp(1rem,3vw,2.5rem)}
h1{margin:0;font-size:clamp(1.25rem,2.5vw,1.75rem);line-height:1.25;overflow-wrap:anywhere}
p{margin:.25rem 0 1.25rem;color:var(--muted)}
.frame{overflow-x:auto}
.qualia-chart{display:block;width:100%;height:auto;max-height:none}
.qualia-chart [data-index]:focus{outline:none}
.qualia-chart .is-current{stroke:var(--ink);stroke-width:2px;vector-effect:non-scaling-stroke}
#tip{position:fixed;z-index:1;left:0;top:0;max-width:min(24rem,90vw);max-height:40vh;overflow:hidden;padding:.3rem .6rem;border-radius:.35rem;background:var(--ink);color:var(--surface);font-size:.875rem;overflow-wrap:anywhere;pointer-events:none}
details{margin-top:1.5rem;border-top:1px solid var(--rule);padding-top:1rem}
summary{cursor:pointer;width:fit-content}
table{margin-top:.75rem;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.3rem 1rem .3rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
th{color:var(--muted);font-weight:600}
td{overflow-wrap:anywhere}
td:nth-child(2){min-width:8rem}
td:first-child,td:nth-child(n+3),th:first-child,th:nth-child(n+3){text-align:right;white-space:nowrap}
:focus-visible{outline:2px solid var(--ink);outline-offset:3px}
@media print{details:not([open])>*{display:block}}
`;
