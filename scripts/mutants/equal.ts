import equals from '../../tests/mutants.json';
import type { Mutant } from './mutant';

/** Mutants that no input can tell from what stands, and why. */
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
			mutant.file === file && mutant.change === change && (text === undefined || mutant.text === text)
	);
