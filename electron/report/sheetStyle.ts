// The print style of sheets that are no report: a card to lay beside the treadmill, a plan to write in, and where the return stands.

import { COLOURS } from './reportColours.ts';

/** A part of the report's style. */
export const SHEET_STYLE = `
.card ol{list-style:none;display:flex;flex-direction:column;gap:4mm;font-size:15pt;line-height:1.25}
.card ol li{display:grid;grid-template-columns:9mm 1fr;padding:3mm 0;border-bottom:.2mm solid ${COLOURS.rule}}
.card ol li::before{content:"";width:5.4mm;height:5.4mm;border:.4mm solid ${COLOURS.ink};border-radius:1mm}
.card ul{display:flex;flex-direction:column;gap:2.2mm;font-size:10.5pt;line-height:1.4}
.card.lines{display:flex;flex-direction:column;gap:8mm;margin-top:auto}
.card.lines p{border-bottom:.2mm solid ${COLOURS.grey};height:7mm}
.rules{font-size:10pt;line-height:1.4;padding-left:5mm}
.rules li+li{margin-top:.8mm}
.stage-sheet h2{margin-bottom:1mm}
.stage-sheet table{font-size:8.4pt;table-layout:fixed}
.stage-sheet th,.stage-sheet td{height:7.4mm;vertical-align:middle;border-bottom:.2mm solid ${COLOURS.rule}}
.stage-sheet thead th{height:5mm;font-weight:400;color:${COLOURS.grey};white-space:normal}
.stage-sheet th:last-child,.stage-sheet td:last-child{width:42%}
.over{color:${COLOURS.grey}}
.stands{font-size:8.8pt;line-height:1.34}
.stands li{display:grid;grid-template-columns:30mm 1fr;gap:0 3mm;padding:1.5mm 0;border-bottom:.2mm solid ${COLOURS.rule};break-inside:avoid}
.stands .verdict.met,.stands .verdict.not-met{font-weight:600}
.stands .verdict.not-tested{color:${COLOURS.grey}}
.stands .verdict::before{display:inline-block;width:4mm;font-weight:600}
.stands .verdict.met::before{content:"✓"}
.stands .verdict.not-met::before{content:"✗"}
.stands .verdict.not-tested::before{content:"–"}
.stands table{font-size:8.4pt}
`;
