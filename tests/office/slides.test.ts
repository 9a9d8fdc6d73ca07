import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { encodeText } from '../../scripts/samples/encoding';
import { pptx } from '../../src/lib/sheets/pptx';
import { deckOf } from '../../src/lib/views/slides/deck';
import { policyWith } from '../support/policy';
import { results } from '../support/scored';
import { pdfPages } from '../support/pdf';
import { office } from './recalculated';

it('LibreOffice opens the slides and shows every number of them', async () => {
	const policy = policyWith();
	const files = sampleFiles().map(({ name, text, encoding }) => ({
		path: name,
		bytes: encodeText(text, encoding)
	}));
	const own = await results(files, [policy]);
	for (const kind of ['branch', 'person'] as const) {
		const deck = deckOf({
			...{ lang: 'zh' as const, results: own, policy, period: '2026-09', kind, published: null, plans: [] },
			stamp: { policies: [policy.policy], months: [{ month: '2026-09', seal: null }] }
		})!;
		const work = mkdtempSync(join(tmpdir(), 'kaohe-slides-'));
		writeFileSync(join(work, 'deck.pptx'), await pptx(deck));
		office('pdf', [join(work, 'deck.pptx')], work);
		const pages = await pdfPages(new Uint8Array(readFileSync(join(work, 'deck.pdf'))));
		expect(pages).toHaveLength(deck.slides.length);
		for (const [i, slide] of deck.slides.entries()) {
			const shown = pages[i]!.join('').replaceAll(/\s+/g, '');
			const cells = slide.parts.flatMap((part) => (part.kind === 'table' ? part.rows.flat() : []));
			// letters of names may come in another form from a font
			for (const cell of cells.filter((text) => /^[\d.,/% ]+$/.test(text)))
				expect(shown, slide.title).toContain(cell.replaceAll(/\s+/g, ''));
		}
	}
});
