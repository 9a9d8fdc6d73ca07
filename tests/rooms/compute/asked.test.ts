import { expect, it } from 'vitest';
import { askedBy } from '../../../src/lib/compute/asked';
import { loadShown } from '../../../src/lib/compute/shown';
import { loadThemes } from '../../../src/lib/compute/themes';
import { BUILT_IN } from '../../../src/lib/intake/vocabulary';
import { readSql } from '../../../src/lib/sql/read';
import { policyWith } from '../../support/policy';
import { computed, engine, load, reported } from '../../support/scored';

const calls = (path: string, ...rows: string[]) => ({
	path,
	bytes: new TextEncoder().encode(
		['callback,branch,person,customer,called_at,result,note', ...rows, ''].join('\n')
	)
});
const AUGUST = { now: ['2026-08'], before: ['2026-07'], today: '2026-10-01' };

it('what a query reads is found through the views between, in the order in which it can be computed', () => {
	expect(askedBy(readSql, 'select * from reports.callback')).toEqual([
		'reports.callback_part',
		'reports.customer_call',
		'reports.reach'
	]);
	expect(askedBy(readSql, 'select * from reports.finding_sum order by slot')).toEqual([
		'reports.callback_part',
		'reports.finding_call'
	]);
	expect(askedBy(readSql, 'select * from reports.ticket')).toEqual([]);
});

it('what reports computed stands for any branch and grouping, and goes with the months, the words and the scores', async () => {
	const db = await engine();
	const one = calls(
		'a.csv',
		'1,B1,P1,甲,2026-08-03 10:00:00,reached,电梯坏了',
		'2,B1,P2,甲,2026-08-04 10:00:00,reached,',
		'3,B2,P1,甲,2026-07-04 10:00:00,reached,',
		'4,B2,P3,乙,2026-08-04 10:00:00,not_reached,'
	);
	const two = calls('b.csv', '5,B1,P1,丙,2026-08-09 10:00:00,reached,绿化很好');
	const told = async (dimension: string): Promise<string[]> => {
		const rows = await reported(
			db,
			`select slot, value, callbacks, customers from reports.callback where dimension = '${dimension}' order by all`
		);
		return rows.map((r) => Object.values(r).join(' '));
	};
	const themes = async (): Promise<unknown[]> =>
		(await reported(db, 'select theme from reports.opinion order by theme')).map((r) => r['theme']);
	await load([one], [policyWith()]);
	await computed(db);
	await loadThemes(db, BUILT_IN);
	await loadShown(db, AUGUST);
	expect(await told('branch')).toEqual(['before B2 1 1', 'now B1 2 1', 'now B2 1 0']);
	expect(await told('person')).toEqual(['before P1 1 1', 'now P1 1 1', 'now P2 1 1', 'now P3 1 0']);
	expect(await themes()).toEqual(['facilities', 'quality']);
	const stands = new Set(db.made.asked);
	await loadShown(db, { ...AUGUST, branch: 'B1' });
	expect(db.made.asked).toEqual(stands);
	expect(await told('all')).toEqual(['now  2 1']);
	await loadShown(db, { ...AUGUST, now: ['2026-07'], before: [] });
	expect(await told('all')).toEqual(['now  1 1']);
	await loadShown(db, AUGUST);
	await loadThemes(db, { ...BUILT_IN, opinion_theme: { other_words: ['没有'] } });
	expect(await themes()).toEqual(['other']);

	await load([one, two], [policyWith()]);
	await computed(db);
	await loadShown(db, AUGUST);
	expect(await told('all')).toEqual(['before  1 1', 'now  4 2']);
});
