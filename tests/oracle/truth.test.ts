import { beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../scripts/samples/random';
import { daysBetween, STATUTORY } from '../../src/lib/calendar/workdays';
import { loadShown } from '../../src/lib/compute/shown';
import { policyWith } from '../support/policy';
import { computed, engine, load, reported } from '../support/scored';

const MONTH = '2026-10';
const PEOPLE = Array.from({ length: 20 }, (_, i) => `P${String(i).padStart(2, '0')}`);
const days = daysBetween(`${MONTH}-01`, `${MONTH}-31`).filter((d) => STATUTORY.isWorkday(d));
const two = (n: number): string => String(n).padStart(2, '0');
const clock = (second: number): string =>
	`${two(Math.floor(second / 3600))}:${two(Math.floor((second % 3600) / 60))}:${two(second % 60)}`;

/** A month of honest work: 20 people, 200 calls a day each at random between 08:30 and 18:00, remarks and ratings as they come. */
function honest(): string[][] {
	const draw = random(77);
	const rows: string[][] = [];
	for (const person of PEOPLE)
		for (const day of days)
			for (let i = 0; i < 200; i++) {
				const rated = draw.below(3) === 0;
				rows.push([
					`H${String(rows.length)}`,
					`B${person.slice(1, 2)}`,
					person,
					String(13000000000 + draw.below(90_000_000)),
					`${day} ${clock(30600 + draw.below(34200))}`,
					'已完成',
					rated ? ['非常满意', '满意', '满意', '一般', '不满意'][draw.below(5)]! : '',
					draw.below(50) === 0 ? `客户${String(draw.below(9000))}反映电梯照明` : '',
					'电话'
				]);
			}
	// someone who never answers is called again and again; a batch of messages goes out within seconds
	for (const [p, person] of PEOPLE.entries()) {
		for (let i = 0; i < 6; i++)
			rows.push([
				`R${String(rows.length)}`,
				`B${person.slice(1, 2)}`,
				person,
				`139000000${two(p)}`,
				`2026-10-2${String((i % 3) + 1)} ${clock(30600 + draw.below(34200))}`,
				'未接通',
				'',
				'',
				'电话'
			]);
		for (let i = 0; i < 12; i++)
			rows.push([
				`M${String(rows.length)}`,
				`B${person.slice(1, 2)}`,
				person,
				String(13000000000 + draw.below(90_000_000)),
				`2026-10-14 12:00:${two(i)}`,
				'已完成',
				'',
				'',
				'短信'
			]);
	}
	return rows;
}

/** Frauds put among them, each by a person of its own: what the checks must find. */
const FRAUDS: Record<string, (rows: string[][]) => void> = {
	'same_number P01': (own) => own.slice(0, 6).forEach((r) => (r[3] = '13711112222')),
	'pace P02': (own) => own.slice(0, 9).forEach((r, i) => (r[4] = `2026-10-14 19:30:${two(i * 6)}`)),
	'day_off P03': (own) => own.slice(0, 3).forEach((r, i) => (r[4] = `2026-10-18 1${String(i)}:00:00`)),
	'copied P04': (own) => own.slice(0, 5).forEach((r) => (r[7] = '客户表示满意没有意见')),
	'same_rating P05': (own) => own.filter((r) => r[6] !== '').forEach((r) => (r[6] = '非常满意'))
};

let found: Record<string, string>[] = [];
beforeAll(async () => {
	const rows = honest();
	for (const [fraud, plant] of Object.entries(FRAUDS))
		plant(rows.filter((r) => r[2] === fraud.split(' ')[1]));
	const header = 'callback,branch,person,number,called_at,result,satisfaction,note,channel';
	const text = [header, ...rows.map((r) => r.join(','))].join('\n') + '\n';
	await load([{ path: 'callbacks.csv', bytes: new TextEncoder().encode(text) }], [policyWith()]);
	const db = await engine();
	await computed(db);
	await loadShown(db, { now: [MONTH], before: [], today: `${MONTH}-31` });
	found = (await reported(db, 'select * from reports.finding order by kind, person, key')).map((r) =>
		Object.fromEntries(Object.entries(r).map(([k, v]) => [k, String(v)]))
	);
});

describe('the truth checks over callbacks', () => {
	it('find every fraud that was planted', () => {
		const named = new Set(found.map((f) => `${f['kind']!} ${f['person']!}`));
		expect([...Object.keys(FRAUDS)].filter((fraud) => !named.has(fraud))).toEqual([]);
		const of = (kind: string, person: string) =>
			found.find((f) => f['kind'] === kind && f['person'] === person)!;
		expect(of('same_number', 'P01')['callbacks']).toBe('6');
		expect(of('pace', 'P02')['callbacks']).toBe('9');
		expect(of('day_off', 'P03')['callbacks']).toBe('3');
		expect(of('copied', 'P04')['callbacks']).toBe('5');
	});

	it('raise few false alarms: at most three in a month of 72,000 honest calls', () => {
		const false_ = found.filter((f) => !(`${f['kind']!} ${f['person']!}` in FRAUDS));
		expect(false_.length, JSON.stringify(false_.slice(0, 5))).toBeLessThanOrEqual(3);
	});

	it('say how many callbacks each check could look at, those without a finding too', async () => {
		const rows = await reported(
			await engine(),
			"select value, findings::integer as findings, checked::integer as checked from reports.finding_sum where dimension = 'kind' order by value"
		);
		expect(rows.map((r) => r['value'])).toEqual(['copied', 'day_off', 'pace', 'same_number', 'same_rating']);
		expect(rows.every((r) => Number(r['checked']) > 1000)).toBe(true);
		const found = rows.find((r) => r['value'] === 'day_off')!;
		expect(Number(found['findings'])).toBe(1);
	});

	it('take no points off: the rows behind a finding are the callbacks alone', async () => {
		const rows = await reported(
			await engine(),
			"select callback, called_at from reports.finding_row where kind = 'pace' and person = 'P02' order by called_at"
		);
		expect(rows).toHaveLength(9);
		expect(String(rows[0]!['called_at'])).toBe('2026-10-14 19:30:00');
	});
});
