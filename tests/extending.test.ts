import { describe, expect, it, vi } from 'vitest';

// what the README's "Add a KPI" says to write, and nothing else
vi.mock('../src/lib/sql/measures', async (original) => {
	const { MEASURES, ...rest } = await original<typeof import('../src/lib/sql/measures')>();
	const own = {
		title: { zh: '工单留言率', en: 'tickets with a cause' },
		kind: 'share',
		direction: 'higher',
		from: ['tickets']
	};
	return { ...rest, MEASURES: { ...MEASURES, ticket_caused: own } };
});
// and "Add a report"
vi.mock('../src/lib/sql/pipeline', async (original) => {
	const { PIPELINE, ...rest } = await original<typeof import('../src/lib/sql/pipeline')>();
	return { ...rest, PIPELINE: [...PIPELINE, { name: 'reports.cause', kind: 'view' }] };
});
vi.mock('../src/lib/sql/read', async (original) => {
	const { readSql } = await original<typeof import('../src/lib/sql/read')>();
	const own: Record<string, string> = {
		'counted.ticket_caused': `-- one row a ticket, with a cause or not
			select *, 'tickets' as dataset, (cause is not null)::integer as numerator, 1 as denominator from rows.ticket`,
		'reports.cause': `-- one row a slot and cause of the months shown: tickets
			select shown.slot, ticket.cause, count(*) as tickets from staging.shown join rows.ticket using (month)
			where ticket.cause is not null and macro.shows(shown.only_branch, ticket.branch) group by all`
	};
	return { readSql: (name: string) => own[name] ?? readSql(name) };
});

const { countedBy, countedQuery } = await import('../src/lib/reports/evidence');
const { behindQuery, linesOf, sectionQuery, shownOf } = await import('../src/lib/reports/part-view');
const { loadShown } = await import('../src/lib/compute/shown');
const { checkPolicy } = await import('../src/lib/policy/check');
const { policyWith } = await import('./support/policy');
const { engine, score } = await import('./support/scored');

const TICKETS = {
	path: 'tickets.csv',
	bytes: new TextEncoder().encode(
		'工单编号,分部,责任人,类型,受理时间,状态,未解决原因\n' +
			'T1,B01,P1,报修,2026-09-01 08:00:00,处理中,缺件\nT2,B01,P1,报修,2026-09-02 08:00:00,处理中,\n' +
			'T3,B01,P2,报修,2026-09-03 08:00:00,处理中,缺件\nT4,B02,P3,报修,2026-09-04 08:00:00,处理中,等业主\n'
	)
};

/** The handbook's rules with a line of the new measure. */
function withLine() {
	const policy = structuredClone(policyWith());
	const [card] = policy.scorecards;
	const like = card!.lines.find((l) => l.scoring === 'tiered_rate')!;
	card!.lines.push({
		...like,
		line: 'caused',
		measure: 'ticket_caused',
		source: ['tickets'],
		no_rows: 'no_data'
	});
	const { policy: checked, issues } = checkPolicy(policy);
	expect(issues).toEqual([]);
	return checked!;
}

describe('adding to the house as the README says', () => {
	it('a KPI is a counted relation, an entry of the catalogue and a line of a policy: it is scored and opens to its rows', async () => {
		const db = await engine();
		const { lines } = await score([TICKETS], [withLine()]);
		const of = (unit: string) => lines.find((l) => l['line'] === 'caused' && l['unit'] === unit)!;
		expect([of('B01')['numerator'], of('B01')['denominator']]).toEqual(['2', '3']);
		expect([of('P2')['numerator'], of('P2')['denominator']]).toEqual(['1', '1']);
		const [list] = countedBy('ticket_caused');
		const rows = await db.rows(countedQuery(list!, '2026-09', 'branch', 'B01'));
		expect(rows.map((r) => [r['c_ticket'], r['numerator'], r['denominator']])).toEqual([
			['T1', 1, 1],
			['T2', 0, 1],
			['T3', 1, 1]
		]);
	});

	it('a report is a relation, its name, and a section: it groups and opens to its rows', async () => {
		const db = await engine();
		const section = {
			id: 'cause',
			from: 'reports.cause',
			keys: [{ id: 'cause', format: 'text' as const }],
			figures: [{ id: 'tickets', format: 'count' as const }],
			order: 'tickets desc, cause',
			behind: { from: 'rows.ticket', dataset: 'tickets' }
		};
		const shown = shownOf('2026-09', null, null);
		await loadShown(db, shown);
		const found = linesOf(await db.rows(sectionQuery(section, null)), section.keys);
		expect(found.map((l) => [l.key, l.now!['tickets']])).toEqual([
			['缺件', 2],
			['等业主', 1]
		]);
		const behind = await db.rows(behindQuery(section, shown, null, found[0]!.now!));
		expect(behind.map((r) => r['c_ticket'])).toEqual(['T1', 'T3']);
	});
});
