import type { Policy } from '../policy/schema';
import { limitsOf } from '../policy/versions';
import type { LedgerEntry } from '../record/ledger';

/** The most points that an entry can move: those of the type or the audit, for a correction the weight of its line. */
export function pointsAtStake(
	policy: Policy,
	entry: Pick<LedgerEntry, 'type'> & Partial<LedgerEntry>
): number {
	if (entry.type === 'merit')
		return Math.abs(
			Number(policy.merits.find((m) => m.type === (entry as { merit?: string }).merit)?.points ?? 0)
		);
	if (entry.type === 'audit') return Number((entry as { points?: string }).points ?? 0);
	const { line } = entry as { line?: string };
	const weights = policy.scorecards.flatMap((c) =>
		c.lines.filter((l) => l.line === line).map((l) => Number(l.weight))
	);
	// a correction of audits moves the points themselves
	const off = policy.scorecards.some((c) =>
		c.lines.some((l) => l.line === line && l.scoring === 'points_off')
	);
	const moved = off ? Math.abs((entry as { denominator?: number }).denominator ?? 0) : 0;
	return Math.max(moved, ...weights);
}

/** Whether an entry counts only once a second name confirms it. */
export const needsSecond = (policy: Policy, entry: Parameters<typeof pointsAtStake>[1]): boolean =>
	pointsAtStake(policy, entry) > Number(limitsOf(policy).confirm_above);
