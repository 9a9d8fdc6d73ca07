import type { Policy } from '../../src/lib/policy/schema';
import { byCodePoint, monthOf, type Facts, type Unit } from './facts';

/** Every row of the data sets that make a month exist, reduced to month, branch and person. */
function named(facts: Facts): { month: string; branch: string; person: string | null }[] {
	const at = <R extends { branch: string; person?: string | null }>(rows: R[], month: (row: R) => string) =>
		rows.map((row) => ({ month: month(row), branch: row.branch, person: row.person ?? null }));
	return [
		...at(facts.attendance, (r) => r.month),
		...at(facts.callbacks, (r) => monthOf(r.called_at)),
		...at(facts.tickets, (r) => monthOf(r.received_at)),
		...at(facts.spot_checks, (r) => monthOf(r.checked_at)),
		...at(facts.ratings, (r) => r.month),
		...at(facts.merits, (r) => monthOf(r.date)),
		...at(facts.audits, (r) => monthOf(r.date)),
		...at(facts.reports, (r) => monthOf(r.due_at))
	];
}

function distinct(list: string[]): string[] {
	return [...new Set(list)].sort(byCodePoint);
}

/** Whether a span of dates, open at an absent end, touches a month. */
function touches(month: string, from: string | null, to: string | null): boolean {
	return (from === null || monthOf(from) <= month) && (to === null || monthOf(to) >= month);
}

/** The months in the data, in order. */
export function monthsOf(facts: Facts): string[] {
	return distinct(named(facts).map((row) => row.month));
}

/** A person's entry in the people file for a month: of those in force, the one that the reading chooses. */
export function employment(
	facts: Facts,
	policy: Policy,
	person: string,
	month: string
): { branch: string; post: string | null } | null {
	const inForce = (facts.people ?? []).filter((p) => p.person === person && touches(month, p.from, p.to));
	inForce.sort((a, b) => byCodePoint(a.from ?? '', b.from ?? ''));
	// each day of the month is of the entry that began last
	const days = Array.from({ length: 31 }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)
		.filter((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day))
		.map((day) => inForce.findLastIndex((p) => (p.from ?? '') <= day))
		.filter((at, i) => at >= 0 && (inForce[at]!.to ?? '9') >= `${month}-${String(i + 1).padStart(2, '0')}`);
	const spent = inForce.map((_, at) => days.filter((of) => of === at).length);
	const how = policy.readings['moved_people']?.choice ?? 'last';
	const last = inForce.length - 1;
	const at =
		how === 'last'
			? last
			: how === 'first'
				? spent.findIndex((n) => n > 0)
				: spent.lastIndexOf(Math.max(...spent));
	return inForce[at] ?? null;
}

/** The branches and persons that are scored in a month. */
export function unitsOf(facts: Facts, policy: Policy, month: string): Unit[] {
	const rows = named(facts);
	const branches = facts.branches
		? facts.branches.filter((b) => touches(month, b.opened_on, b.closed_on)).map((b) => b.branch)
		: rows.map((row) => row.branch);
	const people = facts.people
		? facts.people.filter((p) => touches(month, p.from, p.to)).map((p) => p.person)
		: rows.flatMap((row) => (row.person === null ? [] : [row.person]));
	return [
		...distinct(branches).map((unit): Unit => ({ kind: 'branch', unit, branch: unit })),
		...distinct(people).map((unit): Unit => ({
			kind: 'person',
			unit,
			branch: branchOf(facts, policy, unit, month)
		}))
	];
}

/** Without a people file a person's branch is the first that the data name beside them. */
function branchOf(facts: Facts, policy: Policy, person: string, month: string): string | null {
	if (facts.people) return employment(facts, policy, person, month)?.branch ?? null;
	const theirs = named(facts).filter((row) => row.person === person);
	return distinct(theirs.map((row) => row.branch))[0] ?? null;
}
