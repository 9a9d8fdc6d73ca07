import type { z } from '../policy/zod';
import type { Text } from '../language/text';
import type { MessageKey } from '../language/messages';
import type { Role } from './actor';
import type { State } from './steps';

/** Words and names in the language of whoever reads the log. */
export interface Say {
	t: (key: MessageKey, fill?: Record<string, string | number>) => string;
	/** What a unit is called, by its kind and code. */
	named: (kind: string, unit: string) => string;
	/** The message `<list>.<value>`, or the value where there is none. */
	word: (list: string, value: string) => string;
	/** A value of a list of the vocabulary. */
	listWord: (list: string, value: string) => string;
	listed: (names: readonly string[]) => string;
	pick: (text: Text) => string;
	/** A data set by its code. */
	dataset: (code: string) => string;
}

/** Whether scores follow from an entry: not at all, at once, once a desk rests, or by reading files anew. */
export type Follows = 'never' | 'at_once' | 'at_rest' | 'read';

/** What holds of every entry of one kind. */
export interface Kind<Data> {
	/** What its data must be; more than it names may be there. */
	data: z.ZodMiniType<Data>;
	/** Who may write it. */
	by: Role[];
	/** True where nobody need have said who they are. */
	unsigned?: true;
	/** The states of the month that it can be written in; null where it is about no month. */
	states: State[] | null;
	/** True where it needs a reason. */
	reason?: true;
	/** The kinds of which the last says the same again where it is pressed twice; two undo each other. */
	repeats?: string[];
	follows: Follows;
	/** What an entry of it says in the log; null where the data isn't such. */
	says: (data: unknown, say: Say) => string | null;
}

/** What a kind is made of: it can hang on the states of a month where its data names the month. */
type Made<Data> = Omit<Kind<Data>, 'says' | 'states'> & {
	states: 'month' extends keyof Data ? State[] | null : null;
	reads: (data: Data, say: Say) => string;
};

/** A kind of entry, its data typed by its schema; `reads` is its sentence in the log. */
export const kind = <Data>({ reads, ...rule }: Made<Data>): Kind<Data> => ({
	...rule,
	says: (value, say) => {
		const { success, data } = rule.data.safeParse(value);
		return success ? reads(data, say) : null;
	}
});
