import type { UnitMonth } from './month-view';

/** The raters, and the lines of both months' cards, that are there in one of two months alone: the months' own words are `before` and `now`, where they are missing. */
export function gapsOf(before: UnitMonth, now: UnitMonth): { what: string; missing: 'before' | 'now' }[] {
	const raters = (['self', 'leader', 'group'] as const).map((r) => [r, before[r] !== null, now[r] !== null]);
	const scored = (unit: UnitMonth, line: string): boolean =>
		unit.lines.find((l) => l.line === line)?.status === 'ok';
	// a line that a version brought or dropped is a change of the rules
	const common = before.lines.filter((l) => now.lines.some((other) => other.line === l.line));
	const lines = common.map(({ line }) => [line, scored(before, line), scored(now, line)]);
	return [...raters, ...lines].flatMap(([what, was, is]) =>
		was === is ? [] : [{ what: String(what), missing: is ? ('before' as const) : ('now' as const) }]
	);
}
