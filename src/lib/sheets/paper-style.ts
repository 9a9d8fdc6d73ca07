import type { Lang } from '../language/text';

/** What is printed whatever the document says: the page's number, and where one signs. */
export const PAPER_WORDS: Record<Lang, Record<'before' | 'between' | 'after' | 'sign' | 'date', string>> = {
	zh: { before: '第 ', between: ' 页 共 ', after: ' 页', sign: '签字：', date: '日期：' },
	en: { before: 'Page ', between: ' of ', after: '', sign: 'Signature ', date: 'Date ' }
};

/** A4 in black on white, 宋体 with 黑体 headings; heads of tables stand on every page and no row is cut. */
export const PAPER_STYLE = `
@page {
	size: A4;
	margin: 17mm 14mm 15mm;
	font: 9pt SimSun, 'Songti SC', 'Noto Serif CJK SC', serif;
	color: #000;
}
:root { color-scheme: only light; }
* { box-sizing: border-box; }
body {
	margin: 0;
	background: #fff;
	color: #000;
	font: 9.5pt/1.4 SimSun, 'Songti SC', 'Noto Serif CJK SC', serif;
	font-variant-numeric: tabular-nums;
}
h1, h2, th, dt, b { font-family: SimHei, 'Heiti SC', 'Noto Sans CJK SC', sans-serif; font-weight: 700; }
h1 { margin: 0 0 1mm; font-size: 16pt; line-height: 1.3; text-align: center; }
h2 { margin: 3mm 0 1mm; font-size: 10.5pt; break-after: avoid; }
.under { margin: 0 0 2mm; text-align: center; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
dl { display: grid; grid-template-columns: repeat(3, 1fr); margin: 0 0 3mm; border: 0.75pt solid #000; border-width: 0.75pt 0 0 0.75pt; }
dl div { display: flex; border: 0.75pt solid #000; border-width: 0 0.75pt 0.75pt 0; }
dt, dd { margin: 0; padding: 0.8mm 1.6mm; }
dt { flex: none; }
dd { min-width: 0; overflow-wrap: anywhere; }
table { width: 100%; margin: 0 0 3mm; border-collapse: collapse; }
th, td { padding: 0.6mm 1.4mm; border: 0.75pt solid #000; vertical-align: middle; text-align: left; overflow-wrap: anywhere; }
thead { display: table-header-group; }
thead th { text-align: center; }
tr { break-inside: avoid; }
td.right { text-align: right; white-space: nowrap; }
td.center { text-align: center; }
thead th { overflow-wrap: normal; }
.tall tbody td { height: 9mm; }
.sum td, .sum th { font-family: SimHei, 'Heiti SC', 'Noto Sans CJK SC', sans-serif; }
.tiers { padding: 0; }
.tiers div { display: flex; }
.tiers span { flex: 1; padding: 0.5mm 0.6mm; text-align: center; white-space: nowrap; }
.tiers span + span { border-left: 0.5pt solid #999; }
.tiers span.hit { outline: 1.4pt solid #000; outline-offset: -1.4pt; font-weight: 700; }
.tiers em { display: block; font-size: 8pt; font-style: normal; }
.notes { font-size: 8.5pt; break-inside: avoid; }
.notes ol { margin: 0; padding-left: 6mm; }
.lines { break-inside: avoid; }
.lines p { margin: 0; white-space: pre-wrap; }
.rule { height: 9mm; border-bottom: 0.5pt solid #000; }
.signs { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2mm 8mm; margin-top: 3mm; break-inside: avoid; }
.signs div { display: grid; gap: 1mm; }
.signs span { display: flex; align-items: flex-end; min-height: 7mm; }
.signs i { flex: 1; border-bottom: 0.75pt solid #000; }
@media screen {
	body { background: #e7e5e0; padding: 8mm; }
	.sheet { width: 210mm; min-height: 297mm; margin: 0 auto 8mm; padding: 17mm 14mm 15mm; background: #fff; }
}
@media screen and (max-width: 820px) {
	body { padding: 2mm; }
	.sheet { zoom: 0.42; }
}
`;
