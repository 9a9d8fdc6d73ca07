import { describe, expect, it, vi } from 'vitest';
import { Calendar, STATUTORY } from '../../../src/lib/calendar/workdays';
import { loss, note } from '../../../src/lib/intake/warning';
import { erasable } from '../../../src/lib/month/erasable';
import { noticesOf } from '../../../src/lib/month/notices';
import { readiness } from '../../../src/lib/month/readiness';
import type { Appeal } from '../../../src/lib/record/appeals';
import type { WorkFile } from '../../../src/lib/record/file';
import type { Posted } from '../../../src/lib/record/ledger';
import type { Seal } from '../../../src/lib/record/seal';
import { EMPTY_RESULTS, type Results } from '../../../src/lib/sql/rows';
import { policyWith } from '../../support/policy';
import { totalRow, unitRow } from '../../support/rows';

// the words of periods look for a language in the browser's storage
vi.hoisted(() => {
	vi.stubGlobal('localStorage', { getItem: () => null });
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

const MONTH = '2026-09';
const attended = { dataset: 'attendance', month: MONTH, branch: 'B1', records: 3 };
const b1 = unitRow({ unit: 'B1', name: '城东' });
/** A branch that lacks nothing, and more of the results. */
const resultsOf = (more: Partial<Results> = {}): Results => ({
	...EMPTY_RESULTS,
	units: [b1],
	coverage: [attended] as Results['coverage'],
	origins: [
		{ source_file: 1, month: MONTH },
		{ source_file: 2, month: '2026-08' }
	],
	...more
});
type Given = Parameters<typeof readiness>[0];
const listed = (more: Partial<Given>) =>
	readiness({
		month: MONTH,
		results: resultsOf(),
		policy: policyWith(),
		calendar: STATUTORY,
		gaps: [],
		files: [],
		unread: [],
		ledger: [],
		appeals: [],
		sealed: new Set(),
		unitKind: 'branch',
		...more
	});
const ids = (more: Partial<Given>): string[] => listed(more).map((i) => i.id);
const reject = (code: string, value: string) => ({ code, value, record: 1 });
/** A file with rejected records, one of them of somebody unknown. */
const fileOf = (more: object = {}): WorkFile =>
	({
		sha256: 'abcdef0123456789',
		path: '回访.csv',
		dataset: 'callbacks',
		number: 1,
		tally: { rejected: 3 },
		rejects: [reject('unknown_person', 'P9'), reject('unknown_person', 'P9'), reject('bad_time', '昨天')],
		aside: [{ branch: 'B1', month: MONTH, records: 3 }],
		warnings: [],
		how: { warnings: [], header: [], mapping: null },
		...more
	}) as unknown as WorkFile;

describe('the checklist', () => {
	it('is empty where nothing lacks', () => expect(ids({})).toEqual([]));

	it('names a branch without attendance, and weeks without rows or spot checks', () => {
		const gaps = [
			{ month: MONTH, branch: 'B1', dataset: 'tickets', week: '2026-09-07' },
			{ month: MONTH, branch: 'B2', dataset: 'spot_checks', week: '2026-09-14' }
		];
		expect(listed({ gaps, results: resultsOf({ coverage: [{ ...attended, month: '2026-08' }] }) })).toEqual([
			{
				id: 'no_attendance/B1',
				kind: 'no_attendance',
				mend: 'import',
				waivable: true,
				fill: { branch: '城东' }
			},
			{
				id: 'no_rows/B1/tickets/2026-09-07',
				kind: 'no_rows',
				mend: 'import',
				waivable: true,
				fill: { branch: '城东', week: '2026-09-07', dataset: 'tickets' }
			},
			{
				id: 'few_checks/B2/spot_checks/2026-09-14',
				kind: 'few_checks',
				mend: 'import',
				waivable: true,
				fill: { branch: 'B2', week: '2026-09-14', dataset: 'spot_checks' }
			}
		]);
		expect(ids({ results: resultsOf({ coverage: [{ ...attended, dataset: 'tickets' }] }) })).toEqual([
			'no_attendance/B1'
		]);
	});

	it('names rejected records of the month: who is unknown, and how many others', () => {
		const found = listed({ files: [fileOf()] });
		expect(found.map(({ id, fill }) => [id, fill])).toEqual([
			['unknown_people/abcdef012345/P9', { path: '回访.csv', count: 1 }],
			['rejects/abcdef012345/1', { path: '回访.csv', count: 1 }]
		]);
		expect(found.map((i) => i.aside)).toEqual([undefined, [{ branch: 'B1', month: MONTH, records: 3 }]]);
		expect(found[0]!.names).toEqual(['P9']);
		const aside = (month: string | null) => [{ branch: 'B1', month, records: 3 }];
		expect(ids({ files: [fileOf({ aside: aside('2026-08') })] })).toEqual([]);
		// records that say no month are of the months of the file's other rows
		expect(ids({ files: [fileOf({ aside: aside(null) })] })).toHaveLength(2);
		expect(ids({ files: [fileOf({ aside: aside(null), number: 2 })] })).toEqual([]);
		expect(ids({ files: [fileOf({ aside: aside(null), number: 3 })] })).toHaveLength(2);
		expect(listed({ files: [fileOf({ aside: [] })] }).at(-1)!.aside).toEqual([
			{ branch: null, month: MONTH, records: 3 }
		]);
		expect(ids({ files: [fileOf({ aside: [], number: 2 })] })).toEqual([]);
		expect(ids({ files: [fileOf({ tally: { rejected: 0 }, aside: [], rejects: [] })] })).toEqual([]);
		const many = fileOf({ rejects: [reject('bad_time', 'x')], tally: { rejected: 9 } });
		expect(listed({ files: [many] }).map(({ id, fill }) => [id, fill['count']])).toEqual([
			['rejects/abcdef012345/9', 3]
		]);
	});

	it('names what of a file or workbook wasn’t read, where a figure may rest on it', () => {
		const warnings = [loss('hidden_rows', '', '', 4), note('wide', 'x')];
		const file = fileOf({ tally: { rejected: 0 }, rejects: [], aside: [], warnings });
		expect(listed({ files: [file] })).toEqual([
			{
				id: 'unread/abcdef012345/hidden_rows/',
				kind: 'unread',
				mend: 'import',
				waivable: true,
				fill: { path: '回访.csv' },
				aside: [{ branch: null, records: 4 }],
				unread: { dataset: 'callbacks', warning: warnings[0] }
			}
		]);
		expect(ids({ files: [{ ...file, number: 2 }] })).toEqual([]);
		const column = fileOf({
			...file,
			warnings: [],
			how: { warnings: [note('missing_column', 'person')], header: [], mapping: null }
		});
		expect(ids({ files: [column] })).toEqual([]);
		expect(ids({ files: [column], unitKind: 'person' })).toEqual([
			'unread/abcdef012345/missing_column/person'
		]);
		// a sheet is of the months of its workbook's other sheets
		const sheet = { path: '月报.xlsx#二', warning: loss('unread_sheet', '二') };
		const book = (number: number) => fileOf({ ...file, warnings: [], path: '月报.xlsx#一', number });
		expect(listed({ unread: [sheet], files: [book(1)] }).map((i) => [i.id, i.aside])).toEqual([
			['unread/月报.xlsx#二/unread_sheet/二', [{ branch: null, records: 1 }]]
		]);
		expect(ids({ unread: [sheet], files: [book(2)] })).toEqual([]);
		expect(ids({ unread: [sheet] })).toHaveLength(1);
	});

	it('names data sets of which nothing came, which may be stated where nothing of them was set aside', () => {
		const row = (dataset: string, branch: string | null, month = MONTH) => ({ dataset, branch, month });
		const unread = [row('tickets', null), row('callbacks', 'B1'), row('callbacks', null, '2026-08')];
		const results = resultsOf({ unread });
		expect(listed({ results })).toEqual([
			{
				id: 'no_dataset/tickets',
				kind: 'no_dataset',
				mend: 'import',
				waivable: false,
				fill: { dataset: 'tickets', month: MONTH },
				none: 'tickets'
			}
		]);
		const tickets = (month: string | null) =>
			fileOf({ dataset: 'tickets', aside: [{ branch: null, month, records: 3 }] });
		const none = (month: string | null) =>
			listed({ results, files: [tickets(month)] }).find((i) => i.kind === 'no_dataset')!.none;
		expect([none(MONTH), none(null), none('2026-08')]).toEqual([undefined, undefined, 'tickets']);
	});

	it('names ratings that lack and totals that are incomplete, of the kind of unit that is paid', () => {
		const totals = [
			totalRow({ month: MONTH, unit: 'B1', missing: 'self;satisfaction;group', status: 'ok' }),
			totalRow({ month: MONTH, unit: 'B9', status: 'incomplete', missing: 'satisfaction' }),
			totalRow({ month: '2026-08', unit: 'B1', status: 'incomplete' }),
			totalRow({ month: MONTH, unit: 'P1', unit_kind: 'person', status: 'incomplete' })
		];
		const found = listed({ results: resultsOf({ totals }) });
		expect(found.map(({ id, mend, fill }) => [id, mend, fill])).toEqual([
			['no_rating/B1/self', 'ratings', { unit: '城东', role: 'self' }],
			['no_rating/B1/group', 'ratings', { unit: '城东', role: 'group' }],
			['incomplete/B9', 'card', { unit: 'B9', code: 'B9' }]
		]);
		expect(ids({ results: resultsOf({ totals }), unitKind: 'person' })).toEqual(['incomplete/P1']);
	});

	it('asks for the quarter’s other months before the one that closes it', () => {
		const rules = ['2026-07', '2026-08', '2026-09', '2026-10'].map((month) => ({ month, policy: 'p' }));
		expect(ids({ results: resultsOf({ rules }) })).toEqual(['open_month/2026-07', 'open_month/2026-08']);
		expect(ids({ results: resultsOf({ rules }), sealed: new Set(['2026-07']) })).toEqual([
			'open_month/2026-08'
		]);
		expect(ids({ results: resultsOf({ rules: rules.slice(1) }) })).toEqual(['open_month/2026-08']);
		const units = [{ ...b1, month: '2026-08' }];
		const coverage = [{ ...attended, month: '2026-08' }];
		expect(ids({ month: '2026-08', results: resultsOf({ rules, units, coverage }) })).toEqual([]);
	});

	it('names entries that wait for a second name, and appeals that nobody ruled on', () => {
		const posted = (seq: number, month: string, waits: Posted['waits']) =>
			({ seq, waits, by: { name: '王芳' }, entry: { month } }) as unknown as Posted;
		const appeal = (seq: number, ruling: object | null) =>
			({ seq, unit: 'B1', ruling, event: { by: { name: '钱经理' } } }) as unknown as Appeal;
		const found = listed({
			ledger: [posted(4, MONTH, 'entry'), posted(5, MONTH, null), posted(6, '2026-08', 'entry')],
			appeals: [appeal(7, null), appeal(8, {})]
		});
		expect(found).toEqual([
			{
				id: 'unconfirmed/4',
				kind: 'unconfirmed',
				mend: 'ledger',
				waivable: false,
				fill: { seq: 4, by: '王芳' }
			},
			{
				id: 'open_appeal/7',
				kind: 'open_appeal',
				mend: 'appeals',
				waivable: false,
				fill: { unit: 'B1', by: '钱经理' }
			}
		]);
	});

	it('names years whose days off aren’t known, that of the appraisal too, and a faulty policy', () => {
		const december = { ...b1, month: '2026-12' };
		const coverage = [{ ...attended, month: '2026-12' }];
		const results = resultsOf({ units: [december], coverage });
		expect(ids({ month: '2026-12', results })).toEqual(['no_calendar/2027']);
		expect(ids({ month: '2026-12', results, calendar: new Calendar(new Map(), ['2027']) })).toEqual([]);
		const faulty = structuredClone(policyWith());
		faulty.scorecards[0]!.lines[0]!.weight = '31';
		const [found] = listed({ policy: faulty });
		expect([found!.kind, found!.mend, found!.waivable, found!.fill['policy']]).toEqual([
			'policy_error',
			'policy',
			false,
			faulty.policy
		]);
	});
});

describe('what HR should know before a month is paid', () => {
	it('are oddities of its records, and how many weeks up to today a branch had no spot check', () => {
		const gap = (branch: string, week: string, dataset = 'spot_checks', month = MONTH) => ({
			month,
			branch,
			dataset,
			week
		});
		const own = { month: MONTH, branch: 'B1', notice: 'x', records: 2 };
		const results = resultsOf({
			notices: [own, { ...own, month: '2026-08' }],
			gaps: [
				gap('B1', '2026-09-07'),
				gap('B1', '2026-09-14'),
				gap('B1', '2026-09-21'),
				gap('B2', '2026-09-07', 'tickets'),
				gap('B1', '2026-08-03', 'spot_checks', '2026-08')
			]
		});
		expect(noticesOf(results, MONTH, '2026-09-14')).toEqual([
			own,
			{ month: MONTH, branch: 'B1', notice: 'week_without_check', records: 2 }
		]);
	});
});

describe('raw files that may be deleted', () => {
	it('are those of sealed months alone, never the registers', () => {
		const file = (sha256: string, number: number, dataset = 'callbacks') =>
			fileOf({ sha256, number, dataset, path: `${sha256}.csv` });
		const files = [file('a', 1), file('b', 2), file('c', 3, 'people'), file('d', 4), file('e', 5)];
		const inputs = ['a', 'b', 'c', 'd'].map((sha256) => ({ sha256 }));
		const sealed = new Map([[MONTH, { inputs } as unknown as Seal]]);
		const results = resultsOf({
			origins: [
				{ source_file: 1, month: MONTH },
				{ source_file: 2, month: MONTH },
				{ source_file: 2, month: '2026-08' },
				{ source_file: 5, month: MONTH }
			]
		});
		expect(erasable({ files, results, sealed }, MONTH)).toEqual([
			{ sha256: 'a', path: 'a.csv' },
			{ sha256: 'd', path: 'd.csv' }
		]);
		expect(erasable({ files, results, sealed }, '2026-08')).toEqual([]);
	});
});
