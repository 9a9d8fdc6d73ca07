import { describe, expect, it } from 'vitest';
import { dayOf, today } from '../../../src/lib/calendar/day';
import {
	monthsBefore,
	monthsOf,
	PERIOD,
	periodKind,
	periodOf,
	quarterOf,
	shifted
} from '../../../src/lib/calendar/period';
import { isZone, wallTime } from '../../../src/lib/calendar/zone';
import { addDays, Calendar, daysBetween, isWeekend, STATUTORY } from '../../../src/lib/calendar/workdays';

describe('periods', () => {
	it('are a month, a quarter or a year by their form', () => {
		expect(['2026-10', '2026Q4', '2026'].map(periodKind)).toEqual(['month', 'quarter', 'year']);
		const all = ['2026', '2026-01', '2026-09', '2026-12', '2026Q1', '2026Q4'];
		const none = ['2026-00', '2026-13', '2026Q0', '2026Q5', '20261', 'x2026', '2026-1', '202', '2026-101'];
		expect(all.filter((p) => !PERIOD.test(p))).toEqual([]);
		expect(none.filter((p) => PERIOD.test(p))).toEqual([]);
	});

	it('hold their months', () => {
		expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
			'2026Q1',
			'2026Q1',
			'2026Q2',
			'2026Q4'
		]);
		expect((['month', 'quarter', 'year'] as const).map((kind) => periodOf('2026-05', kind))).toEqual([
			'2026-05',
			'2026Q2',
			'2026'
		]);
		expect(monthsOf('2026-05')).toEqual(['2026-05']);
		expect(monthsOf('2026Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
		expect(monthsOf('2026')).toHaveLength(12);
		expect([monthsOf('2026')[0], monthsOf('2026')[11]]).toEqual(['2026-01', '2026-12']);
	});

	it('follow each other over the turn of the year', () => {
		const moved = (by: 1 | -1) =>
			['2026-12', '2026-01', '2026Q4', '2026Q1', '2026'].map((p) => shifted(p, by));
		expect(moved(1)).toEqual(['2027-01', '2026-02', '2027Q1', '2026Q2', '2027']);
		expect(moved(-1)).toEqual(['2026-11', '2025-12', '2026Q3', '2025Q4', '2025']);
		expect(monthsBefore('2026-02', 2)).toEqual(['2026-02', '2026-01', '2025-12']);
		expect(monthsBefore('2026-02', 0)).toEqual(['2026-02']);
	});
});

describe('days', () => {
	it('are plain dates by this machine’s zone', () => {
		expect(dayOf('2026-10-05T12:00:00.000Z')).toBe('2026-10-05');
		expect(today()).toBe(dayOf(new Date().toISOString()));
	});

	it('are counted in the calendar, leap days and turns of the year too', () => {
		expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
		expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
		expect(daysBetween('2026-09-30', '2026-10-02')).toEqual(['2026-09-30', '2026-10-01', '2026-10-02']);
		expect(daysBetween('2026-10-02', '2026-10-01')).toEqual([]);
		expect(['2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09'].map(isWeekend)).toEqual([
			false,
			true,
			true,
			false
		]);
	});

	it('have the names that the State Council gave them, before what people enter as worked or not', () => {
		expect(['2026-10-01', '2026-10-10', '2026-11-03'].map((d) => STATUTORY.nameOf(d))).toEqual([
			'国庆节',
			'国庆节',
			null
		]);
		const own = new Calendar(new Map([['2026-10-01', true]]), ['2031', '2026', '2000']);
		expect([own.isWorkday('2026-10-01'), own.isWorkday('2026-10-02'), own.isWorkday('2026-10-10')]).toEqual([
			true,
			false,
			true
		]);
		expect([own.years[0], own.years.at(-2), own.years.at(-1)]).toEqual(['2000', '2026', '2031']);
		expect([own.onOrAfter('2026-10-02'), own.onOrAfter('2026-10-08')]).toEqual(['2026-10-08', '2026-10-08']);
		expect([own.addWorkdays('2026-10-01', 1), own.addWorkdays('2026-10-09', 0)]).toEqual([
			'2026-10-08',
			'2026-10-09'
		]);
	});

	it('have a place among the working days of the years that are known', () => {
		const table = STATUTORY.table();
		expect(table[0]![0]).toMatch(/-01-01$/);
		expect(table.at(-1)![0]).toMatch(/-12-31$/);
		const at = table.findIndex(([day]) => day === '2026-11-06');
		const [friday, saturday, , monday] = table.slice(at, at + 4);
		expect([friday![2], saturday![2], monday![2]]).toEqual([true, false, true]);
		expect([saturday![1] - friday![1], monday![1] - friday![1]]).toEqual([0, 1]);
	});
});

describe('time zones', () => {
	it('are known by their names', () => {
		expect([isZone('Asia/Shanghai'), isZone('Asia/Nowhere')]).toEqual([true, false]);
	});

	it('put the clock where it is on the wall at that moment, in summer time too', () => {
		const wall = (utc: string, zone: string): string =>
			new Date(wallTime(Date.parse(utc) / 1000, zone) * 1000).toISOString().slice(0, 19);
		expect(wall('2026-10-05T16:30:15Z', 'Asia/Shanghai')).toBe('2026-10-06T00:30:15');
		expect(wall('2026-03-29T00:59:59Z', 'Europe/Berlin')).toBe('2026-03-29T01:59:59');
		expect(wall('2026-03-29T01:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T03:00:00');
		expect(wall('2026-03-29T01:00:01Z', 'Europe/Berlin')).toBe('2026-03-29T03:00:01');
		expect(wall('2026-12-31T23:00:00Z', 'Asia/Kathmandu')).toBe('2027-01-01T04:45:00');
	});
});
