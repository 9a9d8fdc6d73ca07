import { measureKey } from '../policy/slice';
import type { Policy, PolicyLine } from '../policy/schema';
import type { LedgerEntry } from '../record/ledger';

/** What is typed for an entry of the ledger. */
export interface TypedEntry {
	type: LedgerEntry['type'];
	branch: string;
	/** Empty where it is the whole branch's. */
	person: string;
	merit: string;
	points: string;
	date: string;
	evidence: string;
	line: string;
	numerator: string;
	denominator: string;
}

/** What an entry is typed into: its month and rules, and the line and what it counts where a correction names one. */
export interface EntryPlace {
	month: string;
	policy: Policy;
	line: PolicyLine | undefined;
	/** The line's `numerator/denominator` as it is. */
	source: string;
}

/** Nothing typed: what is posted can only be reversed, so nothing is chosen beforehand. */
export const untyped = (type: LedgerEntry['type'] = 'merit'): TypedEntry => ({
	type,
	branch: '',
	person: '',
	merit: '',
	points: '',
	date: '',
	evidence: '',
	line: '',
	numerator: '0',
	denominator: '0'
});

const isWhole = (text: string): boolean => /^-?\d{1,9}$/.test(text.trim());
const isPoints = (text: string): boolean => /^\d{1,2}(\.\d{1,3})?$/.test(text) && Number(text) > 0;

/** The entry that is typed; null where something lacks. */
export function entryOf(typed: TypedEntry, { month, policy, line, source }: EntryPlace): LedgerEntry | null {
	const { type, branch, date, points } = typed;
	const evidence = typed.evidence.trim();
	const base = { month, branch, person: typed.person === '' ? null : typed.person, evidence };
	if (branch === '' || (type !== 'correction' && !date.startsWith(month))) return null;
	if (type === 'merit') {
		const rule = policy.merits.find((m) => m.type === typed.merit);
		if (!rule || (rule.needs_evidence && evidence === '')) return null;
		return { ...base, type, date, merit: rule.type, points: rule.points };
	}
	if (evidence === '') return null;
	if (type === 'audit') return isPoints(points) ? { ...base, type, date, points } : null;
	if (!line || !isWhole(typed.numerator) || !isWhole(typed.denominator)) return null;
	const [numerator, denominator] = [Number(typed.numerator), Number(typed.denominator)];
	if (numerator === 0 && denominator === 0) return null;
	return {
		...base,
		type,
		measure: measureKey(line),
		line: line.line,
		unitKind: base.person === null ? 'branch' : 'person',
		unit: base.person ?? branch,
		numerator,
		denominator,
		source
	};
}
