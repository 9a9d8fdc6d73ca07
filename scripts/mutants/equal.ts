import equals from '../../tests/mutants.json';
import type { Mutant } from './mutant';

/** Mutants that no input can tell from what stands: a change of a line, and why; with `lines` every line of the file that holds it. */
export interface Equal {
	file: string;
	/** What is changed into what, as the list of those alive says it. */
	change: string;
	/** The line without spaces around it; any line of the file without it. */
	text?: string;
	why: string;
}

/** Whether a mutant is one that nothing can tell. */
export const isEqual = (mutant: Mutant, list: Equal[] = equals): boolean =>
	list.some(
		({ file, change, text }) =>
			(file.endsWith('/*') ? mutant.file.startsWith(file.slice(0, -1)) : mutant.file === file) &&
			mutant.change === change &&
			(text === undefined || mutant.text === text)
	);
