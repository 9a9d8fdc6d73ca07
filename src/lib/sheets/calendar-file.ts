import { addDays } from '../calendar/workdays';

/** A whole day that a calendar reminds of. */
export interface CalendarDay {
	/** The same for the same thing at every export, so that a calendar moves it in place of doubling it. */
	id: string;
	/** `YYYY-MM-DD`. */
	on: string;
	title: string;
	text: string;
}

const MARKS: Record<string, string> = { '\\': '\\\\', ';': '\\;', ',': '\\,', '\n': '\\n' };
const escaped = (text: string): string =>
	text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\\;,\n]/g, (mark) => MARKS[mark]!);

/** Octets in a line at most, its end not counted (RFC 5545, 3.1). */
const WIDTH = 75;
const encoder = new TextEncoder();

/** A line folded at so many octets, never within a character. */
function folded(line: string): string {
	const parts: string[] = [];
	let part = '';
	for (const letter of line) {
		// a further line begins with a space
		if (encoder.encode(part + letter).length > (parts.length === 0 ? WIDTH : WIDTH - 1)) {
			parts.push(part);
			part = '';
		}
		part += letter;
	}
	return [...parts, part].join('\r\n ');
}

const plain = (day: string): string => day.replaceAll('-', '');

/** Days as a calendar file (.ics, RFC 5545), each with an alarm at nine on its day and one a day before; `now` in ISO 8601. */
export function calendarFile(name: string, days: CalendarDay[], now: string): string {
	const stamp = `${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
	const alarm = (trigger: string, title: string): string[] => [
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		`TRIGGER:${trigger}`,
		`DESCRIPTION:${escaped(title)}`,
		'END:VALARM'
	];
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Kaohe//Kaohe//ZH',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(name)}`,
		...days.flatMap(({ id, on, title, text }) => [
			'BEGIN:VEVENT',
			`UID:${escaped(id)}@kaohe`,
			`DTSTAMP:${stamp}`,
			`DTSTART;VALUE=DATE:${plain(on)}`,
			`DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
			`SUMMARY:${escaped(title)}`,
			`DESCRIPTION:${escaped(text)}`,
			'TRANSP:TRANSPARENT',
			...alarm('PT9H', title),
			...alarm('-PT15H', title),
			'END:VEVENT'
		]),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}
