// What reports of several films need beyond the style of one: tiles of two values, difference strips, trends.

import { COLOURS } from './reportColours.ts';

export const COMPARISON_STYLE = `
.mean.first{stroke:${COLOURS.grey};stroke-linecap:butt}
.mean.second{stroke:${COLOURS.ink}}
.side-mark .first{stroke-dasharray:4.6 2.4}
.curve .mean.first{stroke-dasharray:13 7;stroke-width:4}
.curve .band.first{fill:${COLOURS.grey};fill-opacity:.16}
.curve .band.second{fill:${COLOURS.ink};fill-opacity:.15}
.curve .toe-off.first{stroke:${COLOURS.grey};stroke-dasharray:7 5}
.curve .toe-off.second{stroke:${COLOURS.ink}}
.difference{margin-top:.4mm}
.difference .same{fill:${COLOURS.rule};fill-opacity:.55}
.difference .margin-band{fill:${COLOURS.ink};fill-opacity:.14}
.difference .gap{fill:none;stroke:${COLOURS.ink};stroke-width:2.6;stroke-linejoin:round}
.difference .gap.beyond{stroke-width:7}
.compared .panel{break-inside:avoid}
.compared .finding{font-size:6.8pt;color:${COLOURS.grey}}
.compared .finding.beyond{color:${COLOURS.ink};font-weight:600}
.curves.three{grid-template-columns:repeat(3,1fr);gap:3mm 6mm}
.curves.four{gap:3mm 3.6mm}
.banner{border:.35mm solid ${COLOURS.ink};border-radius:1mm;padding:2mm 3mm}
.banner h2{margin-bottom:.6mm}
.banner li+li{margin-top:.6mm}
.banner li b{font-weight:600}
.headline.pairs{grid-template-columns:repeat(4,auto)}
.pairs .tile{padding:2.6mm 2.8mm 2.4mm}
.pairs .tile .value{font-size:8.6pt;flex-wrap:wrap;row-gap:0}
.pairs .tile .value b{font-size:14pt}
.pairs .tile .was{font-size:10pt;color:${COLOURS.grey}}
.arrow-mark{width:3.4mm;height:2mm;align-self:center;flex:none}
.arrow-mark path{fill:none;stroke:${COLOURS.grey};stroke-width:1.2}
.pairs .tile .value .margin{font-size:7.4pt}
.pairs .tile .value .missing{font-size:8pt}
.pairs .tile .value+.note{margin-top:0;padding-top:0;padding-bottom:.6mm}
table.compared td.verdict{width:36mm}
table.compared td.leg{color:${COLOURS.grey};white-space:nowrap}
table.compared .weak{color:${COLOURS.grey};font-weight:400}
.sheets{display:grid;grid-template-columns:1fr 1fr;gap:2mm 6mm}
.sheets h3{margin-bottom:.4mm}
.sheets p+p{margin-top:.5mm}
.sheets .file{color:${COLOURS.grey};overflow-wrap:anywhere}
.provenance h3{margin:1mm 0 .4mm}
.trends{display:grid;grid-template-columns:repeat(3,1fr);gap:3mm 5mm}
.trend{width:100%;overflow:visible}
.trend .grid{fill:none;stroke:${COLOURS.rule};stroke-width:1.2}
.trend .mdc{fill-opacity:.16}
.trend .mdc.left,.trend .dot.left{fill:${COLOURS.left}}
.trend .mdc.right,.trend .dot.right{fill:${COLOURS.right}}
.trend .mdc.whole,.trend .dot.whole{fill:${COLOURS.ink}}
.trend .mdc.whole{fill-opacity:.1}
.trend .way,.trend .error{fill:none;stroke-width:2.2}
.trend .error{stroke-width:1.8}
.trend .left.way,.trend .left.error,.trend .left.dot,.trend .left.cross{stroke:${COLOURS.left}}
.trend .right.way,.trend .right.error,.trend .right.dot,.trend .right.cross{stroke:${COLOURS.right}}
.trend .whole.way,.trend .whole.error,.trend .whole.dot,.trend .whole.cross{stroke:${COLOURS.ink}}
.trend .right.way{stroke-dasharray:9 6}
.trend .dot{stroke-width:2.4}
.trend .dot.open{fill:#fff}
.trend .cross{stroke-width:2.4;fill:none}
.trend .tick{font-size:15px;fill:${COLOURS.grey}}
.trend .tick.y{text-anchor:end}
.trend .tick.x{text-anchor:middle}
table.visits{font-size:6.7pt;line-height:1.12;table-layout:fixed}
table.visits th,table.visits td{padding:.3mm .6mm}
table.visits thead th{white-space:normal;overflow-wrap:anywhere;font-size:6.4pt}
table.visits .name{width:44mm;overflow-wrap:anywhere}
table.visits .leg{width:9mm;color:${COLOURS.grey}}
table.visits .unit{width:11mm}
table.visits td.changed{font-weight:600}
table.films{font-size:6.2pt}
table.films td,table.films th{overflow-wrap:anywhere}
table.films td.hash{font-size:5.4pt;white-space:nowrap}
table.visits .verdict-mark{width:1.7mm;height:1.7mm;margin:0 0 0 .8mm}
table.visits .margin{width:auto;padding-left:.4mm}
`;
