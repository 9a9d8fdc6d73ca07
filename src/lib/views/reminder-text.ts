import { message, type MessageKey } from '../language/messages';
import type { Lang } from '../language/text';
import type { Reminder } from '../month/reminders';
import type { CalendarDay } from '../sheets/calendar-file';
import { periodIn } from './period-in';

/** What is to be done, as people say it. */
export function reminderTitle(
	lang: Lang,
	{ month, what, unit, count = 0 }: Reminder,
	nameOf: (unit: string) => string
): string {
	const task = message(lang, `due.${what}` as MessageKey, {
		unit: unit === undefined ? '' : nameOf(unit),
		count
	});
	return message(lang, 'remind.item', { month: periodIn(lang, month), task });
}

/** A date with its day of the week: 10月12日（周一）. */
function dayText(lang: Lang, on: string): string {
	const at = new Date(`${on}T00:00:00Z`);
	const weekday = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', {
		weekday: 'short',
		timeZone: 'UTC'
	});
	return message(lang, 'remind.day', { on, weekday: weekday.format(at) });
}

/** How many days are left until a date, or how long it is over. */
export function leftText(lang: Lang, { on, what }: Reminder, today: string): string {
	const days = Math.round((Date.parse(on) - Date.parse(today)) / 86_400_000);
	if (days === 0) return message(lang, 'remind.today');
	if (days > 0) return message(lang, 'remind.left', { days });
	return message(lang, what === 'sign' ? 'remind.since' : 'remind.over', { days: -days });
}

/** All that is due as a table, header first. */
export const reminderCells = (
	lang: Lang,
	due: Reminder[],
	today: string,
	nameOf: (unit: string) => string
): string[][] => [
	[message(lang, 'remind.on'), message(lang, 'remind.task'), message(lang, 'remind.state')],
	...due.map((r) => [dayText(lang, r.on), reminderTitle(lang, r, nameOf), leftText(lang, r, today)])
];

/** All that is due as lines of text that a chat shows as they are. */
export function reminderLines(
	lang: Lang,
	due: Reminder[],
	today: string,
	nameOf: (unit: string) => string
): string {
	const [, ...rows] = reminderCells(lang, due, today, nameOf);
	const lines = rows.map(([on, task, state], at) => `${String(at + 1)}. ${on!} ${task!} · ${state!}`);
	return [message(lang, 'remind.head', { count: due.length, on: today }), ...lines].join('\n');
}

/** All that is due as days of a calendar. */
export const reminderDays = (lang: Lang, due: Reminder[], nameOf: (unit: string) => string): CalendarDay[] =>
	due.map((r) => ({
		id: [r.month, r.what, r.kind ?? '', r.unit ?? ''].filter(Boolean).join('-').replaceAll('/', '-'),
		on: r.on,
		title: reminderTitle(lang, r, nameOf),
		text: message(lang, 'remind.from')
	}));
