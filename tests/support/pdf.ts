import type { Browser } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What stands on a page of a PDF: its text line by line, from the top, each line's pieces from the left. */
export type PdfPage = string[];

/** The pages that Chromium prints of a document. */
export async function printed(browser: Browser, html: string): Promise<PdfPage[]> {
	const page = await browser.newPage();
	await page.setContent(html);
	const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
	await page.close();
	return pdfPages(data);
}

/** The pages of a PDF. */
export async function pdfPages(data: Uint8Array): Promise<PdfPage[]> {
	const task = getDocument({ data, verbosity: 0, useSystemFonts: true });
	const document = await task.promise;
	const pages: PdfPage[] = [];
	for (let n = 1; n <= document.numPages; n++) {
		const { items } = await (await document.getPage(n)).getTextContent();
		const lines = new Map<number, { x: number; text: string }[]>();
		for (const item of items) {
			if (!('str' in item) || item.str.trim() === '') continue;
			const [x, y] = [Number(item.transform[4]), Math.round(Number(item.transform[5]) / 3)];
			lines.set(y, [...(lines.get(y) ?? []), { x, text: spoken(item.str) }]);
		}
		pages.push(
			[...lines]
				.sort(([a], [b]) => b - a)
				.map(([, pieces]) =>
					pieces
						.sort((a, b) => a.x - b.x)
						.map((p) => p.text)
						.join(' ')
				)
		);
	}
	await task.destroy();
	return pages;
}

/** Radicals that stand for a character without saying so. */
const RADICALS: Record<string, string> = { '\u2ed4': '门', '\u2eda': '页' };

/** Text with radicals as the characters that they stand for: fonts name both by one glyph. */
const spoken = (text: string): string =>
	text.replaceAll(/[\u2e80-\u2fd5]/g, (radical) => RADICALS[radical] ?? radical.normalize('NFKC'));
