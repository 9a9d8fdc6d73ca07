import type { Kind, Say } from './kind';
import { APPEALS } from './kinds/appeals';
import { DESK } from './kinds/desk';
import { FILES } from './kinds/files';
import { HANDOVER } from './kinds/handover';
import { LEDGER } from './kinds/ledger';
import { MONTH } from './kinds/month';
import { NOTES } from './kinds/notes';
import { PAYROLL } from './kinds/payroll';
import { PRIVACY } from './kinds/privacy';
import { RULES } from './kinds/rules';

/** Every kind of entry that the log can hold, and what holds of it: the one list of them. */
export const KINDS = {
	...FILES,
	...RULES,
	...MONTH,
	...APPEALS,
	...LEDGER,
	...DESK,
	...HANDOVER,
	...NOTES,
	...PAYROLL,
	...PRIVACY
};

export type KindName = keyof typeof KINDS;

/** The data of each kind of entry. */
export type DataOf = { [K in KindName]: (typeof KINDS)[K] extends Kind<infer Data> ? Data : never };

/** Kinds by their names, for names that come from outside. */
const BY_NAME = new Map<string, Kind<unknown>>(Object.entries(KINDS));

/** Whether data is what a kind of entry holds; false, too, where this build knows no such kind. */
export const fits = (kind: string, data: unknown): boolean =>
	BY_NAME.get(kind)?.data.safeParse(data).success ?? false;

/** What an entry says that was done, in one line; the bare kind where this build can't read it. */
export const readsAs = ({ kind, data }: { kind: string; data: unknown }, say: Say): string =>
	BY_NAME.get(kind)?.says(data, say) ?? kind;
