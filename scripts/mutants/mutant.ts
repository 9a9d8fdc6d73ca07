/** A change of a few characters that some test should notice. */
export interface Mutant {
	/** The file, from the root of the project. */
	file: string;
	/** The kind of change. */
	operator: string;
	/** From 1. */
	line: number;
	/** The whole line as it stands, without spaces around it. */
	text: string;
	/** What was there, and what stands there instead. */
	change: string;
}

/** What became of a mutant: noticed, unnoticed, or no program at all. */
export type Fate = 'killed' | 'alive' | 'invalid';

export interface Judged extends Mutant {
	fate: Fate;
	/** The test that noticed it. */
	by?: string;
}

/** A change as one line of text. */
export const changeOf = (before: string, after: string): string => {
	const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
	return `${flat(before) || '∅'} → ${flat(after) || '∅'}`;
};

/** What a mutant is called where it must be told from all others. */
export const idOf = ({ file, line, operator, change, text }: Mutant): string =>
	[file, line, operator, change, text].join('|');
