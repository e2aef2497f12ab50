// The report's print style: sheets of fixed size, quiet ink, blue solid for left and orange dashed for right.

import { type Paper, PREVIEW_GAP_MM, SHEET_MM } from '../../core/report/reportSetup.ts';
import { COMPARISON_STYLE } from './comparisonStyle.ts';
import { FONT_FAMILY } from './fontFaces.ts';
import { COLOURS } from './reportColours.ts';
import { SHEET_STYLE } from './sheetStyle.ts';

const PAGE = `
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:400 8.6pt/1.36 '${FONT_FAMILY}',sans-serif;color:${COLOURS.ink};font-variant-numeric:tabular-nums}
.page{position:relative;display:flex;flex-direction:column;padding:11mm 14mm 9mm;overflow:hidden;break-after:page}
.page:last-of-type{break-after:auto}
main{flex:1;min-height:0;display:flex;flex-direction:column;gap:4.2mm}
h1{font-size:21pt;line-height:1.1;font-weight:600;letter-spacing:-.012em}
h2{font-size:10pt;line-height:1.2;font-weight:600;margin-bottom:1.3mm}
h3{font-size:8.6pt;line-height:1.2;font-weight:600}
ul{list-style:none}
b{font-weight:600}
sup{font-size:.74em;line-height:0;font-weight:600}
.fine{font-size:7.4pt;color:${COLOURS.grey}}
p+.fine{margin-top:1mm}
header{display:flex;justify-content:space-between;align-items:flex-end;gap:8mm;padding-bottom:3mm;margin-bottom:4mm;border-bottom:.35mm solid ${COLOURS.ink}}
.brand{display:flex;align-items:center;gap:1.6mm;font-size:8pt;font-weight:600;letter-spacing:.04em;color:${COLOURS.grey};margin-bottom:1.2mm}
.mark{width:6.4mm;height:3.5mm}
.about{text-align:right;font-size:8pt;color:${COLOURS.grey};min-width:0;max-width:95mm}
.about .file{overflow-wrap:anywhere;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
footer{display:flex;justify-content:space-between;gap:8mm;padding-top:2mm;margin-top:3mm;border-top:.2mm solid ${COLOURS.rule};font-size:7pt;color:${COLOURS.grey};white-space:nowrap}
footer .file{overflow:hidden;text-overflow:ellipsis;min-width:0}
header>.headline-title{min-width:0}
.logo{max-width:34mm;max-height:13mm;object-fit:contain;align-self:center}
header:has(.logo) .headline-title{margin-right:auto}
.clinic{letter-spacing:0;overflow-wrap:anywhere;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.own-words{border-left:.8mm solid ${COLOURS.ink};padding:.4mm 0 .4mm 3mm}
.own-words p{white-space:pre-wrap;overflow-wrap:anywhere}
svg{display:block}
svg text{font-family:inherit}
.mean,.limb,.casing{fill:none;stroke-linecap:round;stroke-linejoin:round}
.mean.left{stroke:${COLOURS.left}}
.mean.right{stroke:${COLOURS.right};stroke-linecap:butt}
`;

/** Looked at before it is printed: white sheets with a gap between them, on whatever is behind. */
const SCREEN = `
@media screen{
html{color-scheme:light;overflow:hidden}
.page{background:#fff;margin-bottom:${PREVIEW_GAP_MM}mm}
.page:last-of-type{margin-bottom:0}
}
`;

const RUNNER = `
.lead{font-size:10.4pt;line-height:1.36}
.headline{display:grid;grid-template-columns:.72fr 1.05fr 1.05fr .72fr;border:.2mm solid ${COLOURS.rule};border-radius:1.4mm;background:${COLOURS.wash}}
.tile{padding:2.6mm 3.4mm 2.4mm;display:flex;flex-direction:column}
.tile+.tile{border-left:.2mm solid ${COLOURS.rule}}
.tile h3{color:${COLOURS.grey};margin-bottom:.6mm}
.tile .value{display:flex;align-items:baseline;gap:1.1mm;white-space:nowrap;line-height:1.2}
.tile .value b{font-size:18pt;letter-spacing:-.01em}
.tile .value .unit{font-size:8.6pt}
.tile .value .margin{font-size:8pt;color:${COLOURS.grey}}
.tile .value .missing{font-size:10pt;color:${COLOURS.grey};line-height:1.9}
.tile .value .side{width:8.4mm;font-size:8pt}
.tile .note{margin-top:auto;padding-top:.8mm;font-size:7.6pt;color:${COLOURS.grey}}
.side-mark{display:inline-block;width:6mm;height:2mm;align-self:center;margin-right:.8mm;vertical-align:.05em}
.side-mark .mean{stroke-width:2.6;stroke-linecap:butt}
.side-mark .right,.mark .right{stroke-dasharray:4.6 2.4}
.mark .mean{stroke-width:1.7}
.verdict-mark{display:inline-block;width:2.1mm;height:2.1mm;margin-right:1.2mm;vertical-align:-.02em}
.verdict-mark .full{fill:${COLOURS.ink}}
.verdict-mark .open{fill:none;stroke:${COLOURS.grey};stroke-width:1.3}
.sides{display:grid;grid-template-columns:1.18fr 1fr;gap:8mm}
.sides li{position:relative;padding-left:3.6mm;margin-bottom:1mm}
.sides li .verdict-mark{position:absolute;left:0;top:1.1mm}
.stride{display:flex;flex-direction:column;gap:2.2mm;flex:1;min-height:0}
.stride h2{margin:0}
.moments{flex:0 1 auto;min-height:0;display:flex;flex-direction:column;gap:1mm}
.moments h3{display:flex;align-items:center}
.moments>div{display:grid;grid-template-columns:repeat(4,1fr);gap:3mm;flex:1;min-height:30mm}
.moment{display:flex;flex-direction:column;min-height:0}
.picture{position:relative;flex:1;min-height:0;background:${COLOURS.wash};border-radius:1mm;overflow:hidden}
.picture img,.picture>svg{position:absolute;inset:0;width:100%;height:100%;object-fit:contain}
.no-picture{position:absolute;inset:0;display:grid;place-content:center;text-align:center;padding:4mm;font-size:7.6pt;color:${COLOURS.grey}}
.no-picture.low{place-content:end center;padding:1mm}
figcaption{display:grid;grid-template-columns:1fr auto;column-gap:1mm;padding-top:.8mm;font-size:8pt;line-height:1.25}
figcaption small{grid-column:1/-1;font-size:7pt;color:${COLOURS.grey}}
.casing{stroke:#fff;stroke-opacity:.75}
.limb.left,.joint.left{stroke:${COLOURS.left}}
.limb.right,.joint.right{stroke:${COLOURS.right}}
.limb.right{stroke-linecap:butt}
.limb.other{stroke-opacity:.62}
.limb.trunk{stroke:${COLOURS.ink};stroke-opacity:.75}
.joint{fill:#fff}
.moments:has(.moment){flex:1 1 0;max-height:84mm}
.stop{margin-top:2mm;padding:2mm 3mm;border:.35mm solid ${COLOURS.ink};border-radius:1mm}
.sureness{margin-top:auto;border-left:.8mm solid ${COLOURS.ink};padding-left:3mm}
`;

const DETAIL = `
.detail h1{font-size:14pt}
.detail{padding-top:9mm}
.detail header{margin-bottom:2.6mm;padding-bottom:1.6mm}
.detail .brand{margin-bottom:.6mm}
.detail main{gap:2.6mm;font-size:7.3pt;line-height:1.3}
.detail h2{font-size:8.6pt;margin-bottom:.8mm}
.detail h3{font-size:7.8pt}
.detail .fine{font-size:6.8pt}
.curves{display:grid;grid-template-columns:repeat(4,1fr);gap:1.2mm 3.2mm}
.panel h3 span{font-weight:400;font-size:6.8pt;color:${COLOURS.grey}}
.curve{width:100%;overflow:visible}
.curve .mean{stroke-width:4.4}
.curve .mean.right{stroke-dasharray:13 7}
.curve .band{stroke:none}
.curve .band.left{fill:${COLOURS.left};fill-opacity:.15}
.curve .band.right{fill:${COLOURS.right};fill-opacity:.15}
.curve .toe-off{fill:none;stroke-width:2}
.curve .toe-off.left{stroke:${COLOURS.left}}
.curve .toe-off.right{stroke:${COLOURS.right};stroke-dasharray:7 5}
.curve .grid{fill:none;stroke:${COLOURS.rule};stroke-width:1.2}
.curve .grid.zero{stroke:${COLOURS.grey};stroke-width:1.6}
.curve .axis{fill:none;stroke:${COLOURS.grey};stroke-width:1.6}
.curve .tick{font-size:21px;fill:${COLOURS.grey}}
.curve .tick.y{text-anchor:end}
.curve .tick.x{text-anchor:middle}
.panel h3 .missing{float:right;color:${COLOURS.ink}}
.legend{align-self:center;display:flex;flex-direction:column;gap:.8mm}
.legend .side{display:inline-block;width:8mm;font-weight:600}
.nothing{grid-column:1/-1}
table{width:100%;border-collapse:collapse;font-size:7.4pt;line-height:1.17}
th,td{text-align:left;font-weight:400;padding:.3mm 1.4mm;vertical-align:baseline}
thead th{font-weight:600;padding-bottom:.8mm;white-space:nowrap}
tbody{border-top:.2mm solid ${COLOURS.rule}}
tbody tr:first-child>*{padding-top:.6mm}
tbody tr:last-child>*{padding-bottom:.6mm}
th.group{width:21mm;padding-left:0;color:${COLOURS.grey};font-weight:600}
.number{text-align:right;white-space:nowrap}
thead .number .side{font-weight:600}
td.whole{text-align:center}
td .value{display:inline-block}
td .margin{display:inline-block;width:7.6mm;text-align:left;padding-left:.8mm;color:${COLOURS.grey}}
td .letter{display:inline-block;width:2.2mm;text-align:left}
td sup{vertical-align:.32em}
td .missing{color:${COLOURS.grey}}
.unit{color:${COLOURS.grey}}
td.verdict{width:38mm;padding-left:4mm;white-space:nowrap;color:${COLOURS.grey}}
td.verdict.different{color:${COLOURS.ink};font-weight:600}
table+.fine{margin-top:.8mm}
.notes{columns:3;column-gap:6mm;font-size:7pt;line-height:1.25}
.notes section+section{margin-top:2mm}
.notes h2{break-after:avoid}
.notes p,.notes li{break-inside:avoid}
.notes p+p,.reasons li+li{margin-top:.6mm}
.reasons li{position:relative;padding-left:3mm}
.reasons sup{position:absolute;left:0;top:.9mm;line-height:1}
.provenance{margin-top:auto}
.provenance h2{font-size:7.6pt;margin-bottom:.5mm}
dl{display:grid;grid-template-columns:1fr 1fr;gap:.2mm 6mm;font-size:6.7pt;line-height:1.25}
dl div{display:flex;gap:1.4mm;min-width:0}
dl .hash{grid-column:1/-1}
dl .hash dd{letter-spacing:.02em}
dt{color:${COLOURS.grey};flex:none;width:22mm}
dd{min-width:0;overflow-wrap:anywhere;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
`;

/** The names that printers know. */
const PRINTER_NAME: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'letter' };

/** The style for a size of paper. */
export function reportStyle(paper: Paper): string {
  const { width, height } = SHEET_MM[paper];
  const size = `@page{size:${PRINTER_NAME[paper]};margin:0}body{width:${width}mm}.page{width:${width}mm;height:${height}mm}`;
  return PAGE + SCREEN + size + RUNNER + DETAIL + COMPARISON_STYLE + SHEET_STYLE;
}
