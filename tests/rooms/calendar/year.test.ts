import { describe, expect, it } from 'vitest';
import { pastedDays, yearPages } from '../../../src/lib/calendar/year';

describe('a year as a calendar shows it', () => {
	it('has each day once, each month begun on its weekday', () => {
		const pages = yearPages('2028');
		expect(pages.map((p) => p.days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
		expect(pages[1]).toMatchObject({ month: '2028-02', blank: 1 });
		expect(pages[9]).toMatchObject({ month: '2028-10', blank: 6 });
		expect(pages[11]!.days.at(-1)).toBe('2028-12-31');
	});

	it('takes pasted days off and, with a plus, make-up workdays; a word that is no day of the year is named', () => {
		expect(pastedDays('2028-01-01，+2028-01-08\n2028-10-01', '2028')).toEqual({
			off: ['2028-01-01', '2028-10-01'],
			work: ['2028-01-08'],
			bad: null
		});
		for (const bad of ['2027-01-01', '2028-02-30', '2028-13-01', '元旦'])
			expect(pastedDays(`2028-01-01 ${bad}`, '2028').bad).toBe(bad);
		expect(pastedDays('2028-02-29', '2028').bad).toBeNull();
	});
});
