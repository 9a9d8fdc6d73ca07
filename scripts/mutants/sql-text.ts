/** SQL in which comments and texts are blanks of the same length, so that places are those of the original. */
export const masked = (sql: string): string =>
	sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, (part) => part.replace(/[^\n]/g, part.startsWith('-') ? ' ' : '_'));

/** A stretch of a text. */
export interface Span {
	from: number;
	to: number;
}

/** The place of the bracket that closes what is open at a place, or the text's end. */
export function closing(mask: string, at: number): number {
	let depth = 0;
	for (let i = at; i < mask.length; i++) {
		if (mask[i] === '(' || mask[i] === '[') depth++;
		else if ((mask[i] === ')' || mask[i] === ']') && --depth < 0) return i;
	}
	return mask.length;
}

const ENDS =
	/^(?:where|group by|having|order by|qualify|window|limit|union|(?:(?:asof |left |full |cross |anti |semi |inner )*)join|rows between|range between|then|else|end|when)\b/;

/** From a place to where its clause ends: a closing bracket, or a word that begins the next clause. */
export function clauseEnd(mask: string, at: number): number {
	const limit = closing(mask, at);
	let depth = 0;
	for (let i = at; i < limit; i++) {
		if (mask[i] === '(' || mask[i] === '[') depth++;
		else if (mask[i] === ')' || mask[i] === ']') depth--;
		else if (depth === 0 && /\s/.test(mask[i - 1] ?? ' ') && ENDS.test(mask.slice(i, i + 30))) return i;
	}
	return limit;
}

/** The stretches between separators that stand outside of brackets; `between x and y` is one. */
export function split(mask: string, { from, to }: Span, separator: RegExp): Span[] {
	const parts: Span[] = [];
	let [start, depth] = [from, 0];
	const anchored = new RegExp(separator.source, 'y');
	for (let i = from; i < to; i++) {
		if (mask[i] === '(' || mask[i] === '[') depth++;
		else if (mask[i] === ')' || mask[i] === ']') depth--;
		anchored.lastIndex = i;
		const found = depth === 0 ? anchored.exec(mask) : null;
		if (!found || /\bbetween\s+\S+$/.test(mask.slice(start, i).trimEnd())) continue;
		parts.push({ from: start, to: i });
		start = i + found[0].length;
		i = start - 1;
	}
	parts.push({ from: start, to });
	return parts;
}
