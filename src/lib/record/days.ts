import { Calendar, STATUTORY } from '../calendar/workdays';
import type { LogEvent } from './event';

/** The working-day calendar as the log has it: days that people set, years that they added. */
export function calendarOf(events: LogEvent[]): Calendar {
	const days = new Map<string, boolean>();
	const years: string[] = [];
	for (const { kind, data } of events) {
		if (kind === 'calendar') {
			const { day, works } = data;
			if (works === null) days.delete(day);
			else days.set(day, works);
		}
		if (kind === 'calendar_year') {
			const { year, off, work } = data;
			years.push(year);
			for (const day of off) days.set(day, false);
			for (const day of work) days.set(day, true);
		}
	}
	return days.size === 0 && years.length === 0 ? STATUTORY : new Calendar(days, years);
}
