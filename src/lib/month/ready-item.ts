import type { GapRow } from '../sql/rows';
import type { Policy } from '../policy/schema';
import type { Calendar } from '../calendar/workdays';
import type { Appeal } from '../record/appeals';
import type { Posted } from '../record/ledger';
import type { WorkFile } from '../record/file';
import type { Warning } from '../intake/warning';
import type { Results } from '../sql/rows';
import { type Unread } from './unread';

/** Something that is missing or odd before a month is scored or sealed. */
export interface ReadyItem {
	/** Names the item in the log when it is waived. */
	id: string;
	kind:
		| 'no_rows'
		| 'few_checks'
		| 'no_attendance'
		| 'no_rating'
		| 'incomplete'
		| 'rejects'
		| 'unread'
		| 'no_dataset'
		| 'unknown_people'
		| 'policy_error'
		| 'no_calendar'
		| 'open_month'
		| 'unconfirmed'
		| 'open_appeal';
	/** What the sentence names. */
	fill: Record<string, string | number>;
	/** Where it is mended. */
	mend: 'import' | 'policy' | 'ledger' | 'appeals' | 'calendar' | 'card' | 'ratings' | 'close';
	/** False where it can't be waived. */
	waivable: boolean;
	/** What was set aside, by the branch that it may belong to; null for any. */
	aside?: { branch: string | null; month?: string | null; records: number }[];
	/** Who isn't in the register of people. */
	names?: string[];
	/** What wasn't read, with the data set of the file. */
	unread?: { dataset: string | null; warning: Warning };
	/** The data set of which it may be stated that none came: nothing of it was set aside. */
	none?: string;
}

/** What readiness looks at. */
export interface ReadyInput {
	month: string;
	results: Results;
	policy: Policy;
	calendar: Calendar;
	/** `reports.week` where a branch has no records of a data set: month, branch, dataset, week. */
	gaps: GapRow[];
	files: WorkFile[];
	/** What was handed over and isn't read. */
	unread: Unread[];
	ledger: Posted[];
	appeals: Appeal[];
	/** Months that are sealed. */
	sealed: ReadonlySet<string>;
	/** The unit that the policy ranks. */
	unitKind: string;
}

/** An item, named for the log by its kind and a key. */
export const item = (
	kind: ReadyItem['kind'],
	key: string,
	mend: ReadyItem['mend'],
	fill: ReadyItem['fill'] = {},
	waivable = true
): ReadyItem => ({ id: `${kind}/${key}`, kind, fill, mend, waivable });
