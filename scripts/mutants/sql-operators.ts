import { clauseEnd, closing, masked, split, type Span } from './sql-text';

/** A stretch of SQL and what stands there instead. */
export interface Edit extends Span {
	operator: string;
	put: string;
}

/** Words that take each other's place. */
const SWAPS: [operator: string, found: RegExp, put: (found: string) => string | null][] = [
	['compare', /(?<![<>=-])(?:<=|>=|<(?![>=])|>(?!=))/g, (s) => (s.length === 2 ? s[0]! : `${s}=`)],
	['join', /\b(?:(?:asof left|left|full|anti|semi|cross|asof) )?join\b/g, (s) => JOINS[s] ?? null],
	['distinct', /(?<!is |not )\bdistinct\s+(?!from\b)/g, () => ''],
	[
		'extreme',
		/\b(?:arg_)?(?:min|max)(?=\()/g,
		(s) => (s.endsWith('min') ? s.replace('min', 'max') : s.replace('max', 'min'))
	],
	['union', /\bunion(?: all)?\b/g, (s) => (s === 'union' ? 'union all' : 'union')],
	['bounds', /\binterval \d+ (?=month|day)/g, (s) => s.replace(/\d+/, (n) => String(Number(n) + 1))],
	['bounds', /[+-] (?=interval\b)/g, (s) => (s.startsWith('+') ? '- ' : '+ ')],
	['bounds', /\blast_day(?=\()/g, () => '']
];
const JOINS: Record<string, string> = {
	join: 'left join',
	'left join': 'join',
	'asof left join': 'asof join',
	'full join': 'left join',
	'anti join': 'semi join',
	'semi join': 'anti join'
};

const swaps = (_: string, mask: string): Edit[] =>
	SWAPS.flatMap(([operator, pattern, put]) =>
		[...mask.matchAll(pattern)].flatMap(({ index: from, 0: found }) => {
			const instead = put(found);
			return instead === null ? [] : [{ operator, from, to: from + found.length, put: instead }];
		})
	);

/** The arguments of a function's calls. */
const calls = (mask: string, name: RegExp): (Span & { args: Span[] })[] =>
	[...mask.matchAll(name)].map(({ index: from, 0: found }) => {
		const open = from + found.length;
		const close = closing(mask, open);
		return { from, to: close + 1, args: split(mask, { from: open, to: close }, /,/) };
	});

/** The first of what `coalesce` takes alone; a moment itself in place of its month. */
const unwrapped = (sql: string, mask: string): Edit[] => [
	...calls(mask, /\bcoalesce\(/g).map(({ args, ...span }) => ({
		...span,
		operator: 'coalesce',
		put: `(${sql.slice(args[0]!.from, args[0]!.to)})`
	})),
	...calls(mask, /\bdate_trunc\(/g).map(({ args, ...span }) => ({
		...span,
		operator: 'bounds',
		put: `(${sql.slice(args[1]!.from, args[1]!.to)})`
	}))
];

/** Each key of an order the other way round, and each of several left out. */
const orders = (sql: string, mask: string): Edit[] =>
	[...mask.matchAll(/\border by\s/g)].flatMap(({ index, 0: found }) => {
		const keys = split(mask, { from: index + found.length, to: clauseEnd(mask, index + found.length) }, /,/);
		return keys.flatMap(({ from, to }, i): Edit[] => {
			const key = sql.slice(from, to).trimEnd();
			const turned = / desc$/.test(key) ? key.slice(0, -5) : `${key.replace(/ asc$/, '')} desc`;
			const flip = { operator: 'order', from, to: from + key.length, put: turned };
			if (keys.length === 1) return [flip];
			const without =
				i === 0 ? { from, to: keys[1]!.from } : { from: keys[i - 1]!.to, to: from + key.length };
			return [flip, { operator: 'order', ...without, put: '' }];
		});
	});

const CLAUSE = /\b(where|on|having|qualify)\s|\bfilter \(/g;

/** What ends a recursion: a mutant without it would run for ever. */
const ENDING = /\bsteps\s*</;

/** Each condition of several left out, and a filter that has but one left out whole. */
const conditions = (sql: string, mask: string): Edit[] =>
	[...mask.matchAll(CLAUSE)].flatMap(({ index, 0: found, 1: word }): Edit[] => {
		const from = index + found.length;
		const to = word ? clauseEnd(mask, from) : closing(mask, from);
		const parts = split(mask, { from, to }, /\s+and\s+/);
		if (parts.length === 1) {
			const only = sql.slice(from, to).trim();
			if (word === 'on' || only === 'false' || ENDING.test(only)) return [];
			return [{ operator: 'filter', from: index, to: word ? to : to + 1, put: '' }];
		}
		return parts.flatMap((part, i) =>
			ENDING.test(sql.slice(part.from, part.to))
				? []
				: {
						operator: word === 'on' ? 'on' : 'filter',
						...(i === 0 ? { from: part.from, to: parts[1]!.from } : { from: parts[i - 1]!.to, to: part.to }),
						put: ''
					}
		);
	});

/** Every change of a relation's text that the operators make, in the order of the text. */
export function editsOf(sql: string): Edit[] {
	const mask = masked(sql);
	return [swaps, unwrapped, orders, conditions]
		.flatMap((operator) => operator(sql, mask))
		.sort((a, b) => a.from - b.from || a.to - b.to);
}
