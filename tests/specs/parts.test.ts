import { describe, expect, it } from 'vitest';
import { countedBy, countedQuery } from '../../src/lib/reports/evidence';
import { loadShown } from '../../src/lib/compute/shown';
import { loadThemes } from '../../src/lib/compute/themes';
import { BUILT_IN } from '../../src/lib/intake/vocabulary';
import { partsOf } from '../../src/lib/policy/parts';
import type { Policy } from '../../src/lib/policy/schema';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { encodeText } from '../../scripts/samples/encoding';
import type { Shown } from '../../src/lib/compute/shown';
import { behindQuery, sectionQuery, shownOf } from '../../src/lib/reports/part-view';
import { MEASURES } from '../../src/lib/sql/measures';
import { PARTS } from '../../src/lib/reports/parts';
import { policyWith } from '../support/policy';
import { computed, engine, holding, load, reported, score } from '../support/scored';
import { specRows, type SpecRow } from '../support/spec';

const all = ['./parts.md', './clocks.md', './ranked.md', './rated-twice.md', './calibration.md'].flatMap(
	(name) => specRows(new URL(name, import.meta.url))
);

/** A fenced export whose column `×` says how many rows a row stands for, `#` in it counting them. */
function expanded(text: string): string {
	const [header = '', ...rows] = text.trimEnd().split('\n');
	if (!header.startsWith('×,')) return text;
	const all = rows.flatMap((row) => {
		const [times = '1', ...cells] = row.split(',');
		return Array.from({ length: Number(times) }, (_, i) => cells.join(',').replaceAll('#', String(i + 1)));
	});
	return [header.slice(2), ...all].join('\n') + '\n';
}

/** The handbook's policy with rules of its parts changed, as `callback_due.grace=1`. */
function withParts(changes: string, choices = ''): Policy {
	const chosen = Object.fromEntries(
		choices
			.split(' ')
			.filter(Boolean)
			.map((choice) => choice.split('='))
	) as Record<string, string>;
	const policy = policyWith({ missing_line: 'full_marks', ...chosen });
	const parts = structuredClone(partsOf(policy)) as unknown as Record<string, Record<string, unknown>>;
	for (const change of changes.split(' ').filter(Boolean)) {
		const [, part, key, value] = /^(?:(\w+)\.)?(\w+)=(.*)$/.exec(change)!;
		if (part === undefined) {
			(parts as Record<string, unknown>)[key!] = Number(value);
			continue;
		}
		parts[part]![key!] =
			/^[\d["]|^(true|false)$/.test(value!) && typeof parts[part]![key!] !== 'string'
				? JSON.parse(value!)
				: value!.replaceAll('"', '');
	}
	return { ...policy, parts: parts as unknown as NonNullable<Policy['parts']> };
}

const nextDay = (month: string): string =>
	new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 10);

/** What the engine must be filled with for a row: its section's exports under its rules, as seen on a day. */
const holds = ({ title, given, text }: SpecRow): string =>
	[title, given['parts'], given['readings'], given['today'] || /, today ([\d-]+)$/m.exec(text)?.[1]].join(
		'\n'
	);
/** What rows ask that need the same. */
const askedOf = new Map<string, SpecRow[]>();
for (const row of all) askedOf.set(holds(row), [...(askedOf.get(holds(row)) ?? []), row]);
const queryOf = ({ from, where }: Record<string, string>): string => `from ${from!} where ${where!}`;

/** What the relation of a row gives, its cells as text. */
async function found(row: SpecRow): Promise<Record<string, string>[]> {
	const db = await engine();
	const [, now = '', before = '', day] = /^now ([\d\- ]+?)(?:, before ([\d-]+))?(?:, today ([\d-]+))?$/m.exec(
		row.text
	)!;
	const policy = withParts(row.given['parts'] ?? '', row.given['readings']);
	const seen = row.given['today'] || day;
	const key = holds(row);
	if (holding.what !== key) {
		const files = Object.entries(row.files).map(([dataset, text]) => ({
			path: `${dataset}.csv`,
			bytes: new TextEncoder().encode(expanded(text))
		}));
		const aside = new Map(
			[...row.text.matchAll(/^set aside (\w+) (\d+)$/gm)].map(([, dataset, n]) => [dataset, Number(n)])
		);
		for (const { path, dataset, rejects } of await load(files, [policy])) {
			const wanted = aside.get(dataset ?? '');
			if (wanted === undefined) expect(rejects, path).toEqual([]);
			else expect(rejects, path).toHaveLength(wanted);
		}
		await loadThemes(db, BUILT_IN);
		const asked = askedOf.get(key)!.map(({ given }) => queryOf(given));
		// the staff's mean is counted of their totals
		if (asked.some((query) => query.includes('staff_appraisal'))) asked.push('from scores.total');
		await computed(db, asked);
		const months = now.split(' ');
		await loadShown(db, {
			now: months,
			before: before ? [before] : [],
			today: seen ?? nextDay(months.at(-1)!)
		});
		holding.what = key;
	}
	const columns = Object.keys(row.then).map((c) => `"${c}"::varchar as "${c}"`);
	const rows = await reported(db, `select ${columns.join(', ')} ${queryOf(row.given)}`);
	return rows.map((r) =>
		Object.fromEntries(Object.entries(r).map(([c, v]) => [c, v === null ? '' : String(v)]))
	);
}

describe('specification: the parts', () => {
	for (const row of all) {
		const { from, where, parts = '', readings = '' } = row.given;
		it(`${row.title}: ${from!} ${where!} ${parts} ${readings}`, async () => {
			expect(await found(row)).toEqual([row.then]);
		});
	}
});

describe('the rows behind the measures of the parts', () => {
	it('recount to the measure, where it counts rows', async () => {
		const measuring = all.filter((row) => row.given['from']!.startsWith('measures.every'));
		for (const row of new Map(measuring.map((row) => [row.title, row])).values()) {
			await found(row);
			const db = await engine();
			const measured = await db.rows(
				"select measure, unit, month, numerator::double / coalesce(per, 1) as numerator, denominator::double / coalesce(per, 1) as denominator from measures.every where unit_kind = 'branch'"
			);
			// those that count by themselves are held to their rows elsewhere, with their scale
			const bySum = measured.filter((m) => MEASURES[String(m['measure'])]!.counts !== 'itself');
			for (const m of bySum) {
				const lists = countedBy(String(m['measure']));
				expect(lists.length, String(m['measure'])).toBeGreaterThan(0);
				let [numerator, denominator] = [0, 0];
				for (const list of lists)
					for (const r of await db.rows(
						countedQuery(list, String(m['month']), 'branch', String(m['unit']))
					)) {
						numerator += Number(r['numerator']);
						denominator += Number(r['denominator']);
					}
				// what is merely counted or summed is of nothing: its rows have no denominator
				const isOfNothing = denominator === 0 && MEASURES[String(m['measure'])]!.kind === 'count';
				expect([numerator, isOfNothing ? m['denominator'] : denominator], JSON.stringify(m)).toEqual([
					m['numerator'],
					m['denominator']
				]);
			}
		}
	});
});

describe('the rows behind the figures of the reports', () => {
	/** The sample's third month against the month before, of all branches or one. */
	async function sampled(branch: string | null): Promise<Shown> {
		const db = await engine();
		const what = 'the sample and answers of nobody';
		if (holding.what !== what) {
			// answers that nobody can be credited with, which the sample lacks
			const lost = `回访编号,分部,回访人,回访时间,回访结果,满意度
X1,B03,谁也不是,2026-09-03 10:00:00,已完成,满意
X2,,B03-01,2026-09-03 10:00:00,已完成,不满意
`;
			const files = sampleFiles().map(({ name, encoding, text }) => ({
				path: name,
				bytes: encodeText(text, encoding)
			}));
			await score([...files, { path: '回访补.csv', bytes: new TextEncoder().encode(lost) }], [policyWith()]);
			holding.what = what;
		}
		await loadThemes(db, BUILT_IN);
		const shown = { ...shownOf('2026-09', '2026-08', branch), today: '2026-10-01' };
		await loadShown(db, shown);
		return shown;
	}

	it('are as many as the figure says, by every grouping, of all branches and of one', async () => {
		const db = await engine();
		const told = new Map<string, number>();
		for (const branch of [null, 'B03']) {
			const shown = await sampled(branch);
			for (const section of PARTS.flatMap((p) => p.sections).filter((s) => s.behind && s.rows))
				for (const dimension of section.by ?? [null]) {
					const every = await reported(db, sectionQuery(section, dimension));
					const rows = every.filter((r) => dimension === null || r['dimension'] === dimension);
					for (const row of rows.slice(0, 12)) {
						const listed = await reported(db, behindQuery(section, shown, dimension, row));
						const what = `${section.id} of ${branch ?? 'all branches'} by ${String(dimension)} ${JSON.stringify(row)}`;
						expect(listed.length, what).toBe(Number(row[section.rows!]));
						told.set(section.id, (told.get(section.id) ?? 0) + 1);
					}
				}
		}
		const silent = PARTS.flatMap((p) => p.sections).filter((s) => s.rows && !told.has(s.id));
		expect(silent.map((s) => s.id)).toEqual([]);
	});

	it('is the one record where a table lists records', async () => {
		const db = await engine();
		const shown = await sampled(null);
		for (const section of PARTS.flatMap((p) => p.sections).filter((s) => s.behind && s.list && !s.rows)) {
			const [row] = await reported(db, sectionQuery(section, null));
			if (!row) continue;
			const listed = await reported(db, behindQuery(section, shown, null, row));
			expect(listed.length, section.id).toBe(1);
		}
	});
});

describe('what the parts read beside what is scored', () => {
	const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

	it('rejects no record for a cell that no score reads', async () => {
		const read = await load(
			[
				file(
					'回访.csv',
					'回访编号,分部,回访人,回访时间,回访结果,特殊情况,上报时间\nC1,B1,P1,2026-10-05 09:00:00,已完成,低烧,当天\nC2,B1,P1,2026-10-05 09:10:00,已完成,无,\n'
				),
				file(
					'工单.csv',
					'工单编号,分部,类型,受理时间,上门时间,推诿\nT1,B1,投诉,2026-10-05 09:00:00,09:30,无\n'
				)
			],
			[policyWith()]
		);
		expect(read.map((r) => [r.dataset, r.rejects, r.outcome.tally.accepted])).toEqual([
			['callbacks', [], 2],
			['tickets', [], 1]
		]);
		const db = await engine();
		await computed(db);
		const rows = await db.rows(
			'select callback, is_severe, reported_in_time from rows.contact order by callback'
		);
		expect(rows.map((r) => [r['callback'], r['is_severe'], r['reported_in_time']])).toEqual([
			['C1', true, false],
			['C2', false, false]
		]);
	});

	it('takes no callbacks export for the list of customers, whatever its id is called', async () => {
		const text =
			'流水号,分部,回访人,客户,回访类别,触发日期,回访时间,回访结果\n1,B1,P1,甲,已购客户,2026-10-01,2026-10-08 09:00:00,已完成\n';
		const [read] = await load([file('回访.csv', text)], [policyWith()]).catch(() => []);
		expect(read?.dataset ?? null).toBeNull();
	});
});
