import { expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { encodeText } from '../../scripts/samples/encoding';
import { reportRows } from '../../src/lib/compute/report-rows';
import { BUILT_IN } from '../../src/lib/intake/vocabulary';
import { ALL_HIDDEN } from '../../src/lib/policy/masks';
import { keyText } from '../../src/lib/reports/key-text';
import { figuresSaying, keysOf, sectionQuery, shownOf, tableOf } from '../../src/lib/reports/part-view';
import { PARTS } from '../../src/lib/reports/parts';
import { reportSheet } from '../../src/lib/reports/report-sheet';
import { workbook, type BookSheet } from '../../src/lib/sheets/workbook';
import { readSql } from '../../src/lib/sql/read';
import { policyWith } from '../support/policy';
import { computed, engine, load } from '../support/scored';
import { cellsOf, recalculated } from './recalculated';

it('LibreOffice computes every share of every report as it stands', async () => {
	const db = await engine();
	const files = sampleFiles().map(({ name, text, encoding }) => ({
		path: name,
		bytes: encodeText(text, encoding)
	}));
	await load(files, [policyWith()], db);
	await computed(db);
	const shown = { ...shownOf('2026-09', '2026-08', null), today: '2026-10-01' };
	const tables = PARTS.flatMap((part) =>
		part.sections.flatMap((section) => (section.by ?? [null]).map((dimension) => ({ section, dimension })))
	);
	const answers = await reportRows(
		db,
		readSql,
		shown,
		BUILT_IN,
		tables.map(({ section, dimension }) => sectionQuery(section, dimension))
	);
	const sheets = tables.flatMap(({ section, dimension }, i): BookSheet[] => {
		const rows = answers[i]!;
		const keys = keysOf(section, dimension);
		const { lines, whole } = tableOf(section, dimension, rows);
		const saying = { lang: 'zh' as const, section, dimension, nameOf: (_: string, code: string) => code };
		const sheet = reportSheet(
			{
				...{ lang: 'zh', section: section.id, title: `${String(i)} ${section.id}` },
				figures: figuresSaying(section, dimension, rows),
				keys: keys.map(({ id }) => id),
				keysOf: (line) => keys.map((key) => keyText(saying, (line.now ?? line.before)!, key, ALL_HIDDEN)),
				lines: [...lines, ...(whole ? [whole] : [])],
				slots: [
					['now', '九月'],
					['before', '八月']
				],
				hidden: ALL_HIDDEN,
				cut: []
			},
			[]
		);
		return lines.length === 0 ? [] : [sheet];
	});
	const formulas = sheets.flatMap(({ rows }) => rows.flat()).filter(({ formula }) => formula !== undefined);
	expect(formulas.length).toBeGreaterThan(300);
	const written = await workbook(sheets);
	const [one, two] = [await cellsOf(written), (await recalculated([written]))[0]!];
	const otherwise = [...one].filter(([at, value]) => {
		const other = two.get(at) ?? null;
		return typeof value === 'number' && typeof other === 'number'
			? Math.abs(value - other) > 0.000001
			: value !== other;
	});
	expect(otherwise).toEqual([]);
});
