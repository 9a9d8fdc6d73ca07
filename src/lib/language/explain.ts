import { difference, signOf } from './decimal';
import { grouped, percent, points } from './numbers';
import { message, type MessageKey } from './messages';
import type { Lang, Text } from './text';

interface Line {
	scoring: string;
	measure: string;
	/** Of the measure: share, count, mean or points. */
	kind?: string;
	target?: string | null | undefined;
	weight?: string;
	direction?: 'lower' | 'higher' | undefined;
	denominator_grows?: boolean | undefined;
	/** True where the line is named after what its measure doesn't count. */
	complement?: boolean | undefined;
	/** True where events are found beside what was looked at, too. */
	beside?: boolean | undefined;
	/** Where its tiers meet, in per cent or events. */
	marks?: string[];
	deduction_each?: string | undefined;
	noun: Text;
	bad: Text;
}

interface Scored {
	numerator: string;
	denominator: string;
	value: string | null;
	tier: number | null;
	deduction: string | null;
	points?: string | null;
	beyond_floor: string;
	status: string;
	needed: number | null;
	gain: string | null;
}

/** The sentence that says how a line came to its points. */
export function lineSentence(lang: Lang, line: Line, cell: Scored, offTotal?: string): string {
	if (cell.status !== 'ok') return message(lang, `line.${cell.status}` as MessageKey);
	if (cell.value === null) return message(lang, 'line.full_marks');
	const fill = {
		numerator: grouped(cell.numerator),
		denominator: grouped(cell.denominator),
		bad: line.bad[lang],
		rate: line.complement ? bothRates(lang, cell.value, line.marks) : percent(cell.value, line.marks),
		tier: cell.tier ?? '',
		deduction: points(cell.deduction ?? 0),
		each: points(line.deduction_each ?? 0),
		off: points(offTotal ?? 0)
	};
	if (line.scoring === 'target' || line.scoring === 'sheet') return targetSentence(lang, line, cell);
	const off = line.scoring === 'points_off' && Number(cell.deduction) > 0;
	const quota = line.scoring === 'tiered_rate' && line.direction === 'higher' && !line.denominator_grows;
	if (line.scoring === 'points_off' && signOf(cell.numerator) === 0) return message(lang, 'line.noEvents');
	const key = line.complement
		? 'line.complement'
		: off
			? 'line.points_off_line'
			: quota
				? 'line.quota'
				: (`line.${line.scoring}` as MessageKey);
	if (line.scoring === 'tiered_rate' && Number(cell.denominator) === 0 && signOf(cell.deduction ?? 0) === 0)
		return message(lang, 'line.noCases', { noun: line.noun[lang] });
	const sentence = message(lang, line.beside ? 'line.beside' : key, fill);
	if (Number(cell.beyond_floor) === 0) return sentence;
	return `${sentence}${lang === 'zh' ? '；' : '; '}${message(lang, 'line.beyond', { points: points(cell.beyond_floor) })}`;
}

/** The rate that the line is named after, and the one that is tiered. */
const bothRates = (lang: Lang, value: string, marks: string[] = []): string =>
	message(lang, 'line.bothRates', {
		named: percent(
			difference('1', value),
			marks.map((b) => difference('100', b))
		),
		counted: percent(value, marks)
	});

function targetSentence(lang: Lang, line: Line, cell: Scored): string {
	const share = line.kind === 'share';
	const figure = share
		? `${grouped(cell.numerator)} / ${grouped(cell.denominator)} = ${percent(cell.value ?? '0')}`
		: line.kind === 'mean'
			? message(lang, 'line.score', { value: points(cell.value ?? 0) })
			: `${grouped(cell.numerator)} ${line.bad[lang]}`;
	return message(lang, `line.${line.scoring}` as MessageKey, {
		figure,
		aim: message(lang, `aim.${line.direction ?? 'higher'}`),
		target: `${line.target ?? ''}${share ? ' %' : ''}`,
		points: points(cell.points ?? 0),
		weight: points(line.weight ?? 0)
	});
}

/** What would bring a line to a better tier, or null where nothing is lost. */
export function nextSentence(lang: Lang, line: Line, cell: Scored): string | null {
	if (cell.status !== 'ok' || Number(cell.deduction) === 0) return null;
	if (line.scoring === 'per_event') {
		const gain = points(line.deduction_each ?? 0);
		const beyond = Math.ceil(Number(cell.beyond_floor) / Number(line.deduction_each ?? 1));
		return beyond > 0
			? message(lang, 'next.beyond', { count: grouped(beyond + 1), gain })
			: message(lang, 'next.each', { gain });
	}
	if (line.scoring === 'points_off' || line.scoring === 'sheet') return null;
	if (line.scoring === 'target') return message(lang, 'next.target', { gain: points(cell.deduction ?? 0) });
	if (cell.needed === null) return message(lang, 'next.far');
	const key = line.direction === 'higher' ? 'next.more' : 'next.fewer';
	return message(lang, key, {
		count: grouped(cell.needed),
		noun: line.bad[lang],
		gain: points(cell.gain ?? 0)
	});
}
