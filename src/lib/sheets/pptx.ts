import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Deck, Slide, SlidePart } from './slides';

/** What kind of file slides are. */
export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** Inches, of a wide slide. */
const [WIDTH, HEIGHT, EDGE, GAP] = [13.333, 7.5, 0.6, 0.35];
const [TOP, FOOT] = [1.45, 0.45];
const FONT = '微软雅黑';
const [INK, QUIET, LINE, ACTION, HEAD] = ['1F2933', '66707C', 'D9DEE4', '2563A8', 'EEF1F5'];

type Pptx = InstanceType<typeof import('pptxgenjs').default>;
type PptxSlide = ReturnType<Pptx['addSlide']>;
interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}

/** Slides as a presentation: text, tables and native charts, in an East Asian font throughout. */
export async function pptx(deck: Deck): Promise<Uint8Array> {
	const { default: Pptx } = await import('pptxgenjs');
	const file = new Pptx();
	file.defineLayout({ name: 'wide', width: WIDTH, height: HEIGHT });
	file.layout = 'wide';
	file.theme = { headFontFace: FONT, bodyFontFace: FONT };
	file.title = deck.title;
	for (const [at, slide] of deck.slides.entries()) draw(file, deck, slide, at);
	const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
	return eastAsian(bytes);
}

const BODY: Box = { x: EDGE, y: TOP, w: WIDTH - 2 * EDGE, h: HEIGHT - TOP - FOOT - 0.15 };

function draw(file: Pptx, deck: Deck, slide: Slide, at: number): void {
	const page = file.addSlide();
	page.background = { color: 'FFFFFF' };
	const text = { fontFace: FONT, color: INK, margin: 0 } as const;
	if (slide.cover) {
		page.addText(slide.title, { ...text, x: EDGE, y: 2.3, w: BODY.w, h: 1, fontSize: 40, bold: true });
		page.addText(slide.under ?? '', {
			...text,
			x: EDGE,
			y: 3.35,
			w: BODY.w,
			h: 0.5,
			fontSize: 20,
			color: QUIET
		});
		page.addShape('rect', { x: EDGE, y: 4.05, w: 1.2, h: 0.06, fill: { color: ACTION } });
		const lines = slide.parts.flatMap((part) => (part.kind === 'lines' ? part.lines : []));
		page.addText(lines.map(({ text }) => text).join('\n'), {
			...text,
			...{ x: EDGE, y: 4.4, w: BODY.w, h: 1.2, fontSize: 14, color: QUIET, valign: 'top' }
		});
		return;
	}
	page.addText(slide.title, { ...text, x: EDGE, y: 0.4, w: BODY.w, h: 0.55, fontSize: 26, bold: true });
	if (slide.under)
		page.addText(slide.under, { ...text, x: EDGE, y: 0.95, w: BODY.w, h: 0.3, fontSize: 12, color: QUIET });
	const each = (BODY.w - GAP * (slide.parts.length - 1)) / slide.parts.length;
	for (const [i, part] of slide.parts.entries())
		drawPart(file, page, part, { ...BODY, x: BODY.x + i * (each + GAP), w: each });
	const foot = { ...text, y: HEIGHT - FOOT, h: 0.3, fontSize: 10, color: QUIET };
	page.addText(deck.stamp, { ...foot, x: EDGE, w: BODY.w - 1 });
	page.addText(`${String(at + 1)} / ${String(deck.slides.length)}`, {
		...foot,
		...{ x: WIDTH - EDGE - 1, w: 1, align: 'right' }
	});
}

function drawPart(file: Pptx, page: PptxSlide, part: SlidePart, box: Box): void {
	if (part.kind === 'lines') {
		const rows = part.lines.map(({ text, figure }) => [
			{ text, options: { color: figure === undefined ? INK : QUIET } },
			{ text: figure ?? '', options: { bold: true } }
		]);
		page.addTable(rows, {
			...box,
			h: rows.length * 0.6,
			...{ fontFace: FONT, fontSize: 20, color: INK, border: { type: 'none' }, autoPage: false },
			colW: part.lines.some(({ figure }) => figure !== undefined)
				? [box.w * 0.35, box.w * 0.65]
				: [box.w, 0.01]
		});
	} else if (part.kind === 'table') drawTable(page, part, box);
	else drawBars(file, page, part, box);
}

const ROW = 0.38;

function drawTable(
	page: PptxSlide,
	{ columns, rows }: Extract<SlidePart, { kind: 'table' }>,
	box: Box
): void {
	const whole = columns.reduce((sum, { width }) => sum + width, 0);
	const fontSize = columns.length > 5 || box.w < 7 ? 12 : 14;
	const under = [
		{ type: 'none' },
		{ type: 'none' },
		{ type: 'solid', pt: 0.75, color: LINE },
		{ type: 'none' }
	] as const;
	const cell = (text: string, i: number, head: boolean) => ({
		text,
		options: {
			align: columns[i]!.align ?? ('left' as const),
			valign: 'middle' as const,
			bold: head,
			border: [...under] as [(typeof under)[0], (typeof under)[1], (typeof under)[2], (typeof under)[3]],
			...(head ? { fill: { color: HEAD } } : {})
		}
	});
	page.addTable(
		[
			columns.map(({ title }, i) => cell(title, i, true)),
			...rows.map((row) => row.map((text, i) => cell(text, i, false)))
		],
		{
			...box,
			h: (rows.length + 1) * ROW,
			rowH: ROW,
			colW: columns.map(({ width }) => (box.w * width) / whole),
			...{ fontFace: FONT, fontSize, color: INK, margin: [0.03, 0.08, 0.03, 0.08], autoPage: false }
		}
	);
}

function drawBars(
	file: Pptx,
	page: PptxSlide,
	{ title, bars, most, numFmt = '0.###' }: Extract<SlidePart, { kind: 'bars' }>,
	box: Box
): void {
	if (bars.length === 0) return;
	// a bar chart counts from below
	const upward = [...bars].reverse();
	const values = upward.map(({ value }) => value);
	page.addChart(file.ChartType.bar, [{ name: title, labels: upward.map(({ name }) => name), values }], {
		...box,
		h: Math.min(box.h, (bars.length + 1) * ROW + 0.2),
		barDir: 'bar',
		barGapWidthPct: 45,
		chartColors: [ACTION],
		catAxisLabelFontFace: FONT,
		catAxisLabelFontSize: 12,
		catAxisLabelColor: INK,
		valAxisHidden: true,
		valAxisMinVal: 0,
		valAxisMaxVal: most,
		valGridLine: { style: 'none' },
		showValue: true,
		dataLabelFontFace: FONT,
		dataLabelFontSize: 12,
		dataLabelColor: INK,
		dataLabelFormatCode: numFmt,
		showLegend: false,
		showTitle: false,
		altText: title
	});
}

/** The same with the font named for East Asian letters too: the library names it for Latin ones alone in charts and the theme. */
function eastAsian(bytes: Uint8Array): Uint8Array {
	const parts = unzipSync(bytes);
	for (const [name, part] of Object.entries(parts)) {
		if (/^ppt\/charts\/chart\d+\.xml$/.test(name))
			parts[name] = strToU8(
				strFromU8(part).replace(
					/<a:latin typeface="([^"]*)"\s*\/>(?!<a:ea)/g,
					'<a:latin typeface="$1"/><a:ea typeface="$1"/>'
				)
			);
		else if (/^ppt\/theme\/theme\d+\.xml$/.test(name))
			parts[name] = strToU8(strFromU8(part).replaceAll('<a:ea typeface=""/>', `<a:ea typeface="${FONT}"/>`));
	}
	return zipSync(parts);
}
