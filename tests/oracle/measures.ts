import type { Policy } from '../../src/lib/policy/schema';
import { addHours, addMonths, byCodePoint, monthOf, rowsOf, type Facts, type Unit } from './facts';
import { decimal, div, frac, max, mul, sum, ZERO, type Frac } from './fraction';
import { amount, choice, chosen } from './policy';
import { employment } from './units';

/** What a line counts: a numerator over a denominator, and the points of an audit. */
export interface Measure {
	numerator: number;
	denominator: Frac;
	points: Frac;
}

const measure = (numerator: number, denominator: Frac | number, points = ZERO): Measure => ({
	numerator,
	denominator: typeof denominator === 'number' ? frac(denominator) : denominator,
	points
});

/** The data sets that a measure can't be told without. */
const RESTS: Record<string, (keyof Facts)[]> = {
	service_skill: ['spot_checks'],
	callback_truth: ['spot_checks'],
	report_truth: ['spot_checks'],
	complaint_unresolved: ['tickets'],
	callback_completion: ['callbacks', 'attendance'],
	satisfaction: ['callbacks']
};

/** Whether nothing of what a measure rests on was read in a month, anywhere in the chain, and nobody stated that none came. */
export function isUnread(facts: Facts, name: string, month: string, stated: readonly string[]): boolean {
	const months: Partial<Record<keyof Facts, () => string[]>> = {
		spot_checks: () => facts.spot_checks.map((row) => monthOf(row.checked_at)),
		tickets: () => facts.tickets.map((row) => monthOf(row.received_at)),
		callbacks: () => facts.callbacks.map((row) => monthOf(row.called_at)),
		attendance: () => facts.attendance.map((row) => row.month)
	};
	return (RESTS[name] ?? []).some((set) => !stated.includes(set) && !months[set]!().includes(month));
}

/** Computes a named measure of a unit in a month. */
export function measured(facts: Facts, policy: Policy, name: string, unit: Unit, month: string): Measure {
	switch (name) {
		case 'service_skill':
		case 'callback_truth':
			return checks(facts, name, unit, month);
		case 'report_truth':
			return reportTruth(facts, unit, month);
		case 'complaint_unresolved':
			return complaints(facts, policy, unit, month);
		case 'callback_completion':
			return completion(facts, policy, unit, month);
		case 'satisfaction':
			return satisfaction(facts, policy, unit, month);
		case 'audit':
			return auditEvents(facts, unit, month);
		default:
			throw new Error(`unknown measure "${name}"`);
	}
}

function checks(facts: Facts, subject: string, unit: Unit, month: string): Measure {
	const rows = rowsOf(facts.spot_checks, unit).filter(
		(row) => row.subject === subject && monthOf(row.checked_at) === month
	);
	return measure(rows.filter((row) => row.passed === 'no').length, rows.length);
}

function reportTruth(facts: Facts, unit: Unit, month: string): Measure {
	const found = checks(facts, 'report_truth', unit, month);
	const failed = facts.spot_checks.filter((row) => row.subject === 'report_truth' && row.passed === 'no');
	const untrue = rowsOf(facts.reports, unit).filter(
		(row) =>
			row.truthful === 'no' &&
			monthOf(row.due_at) === month &&
			!failed.some((check) => check.ref === row.report)
	);
	return measure(found.numerator + untrue.length, found.denominator);
}

/** The events of the audit line and the points that they take. */
export function auditEvents(facts: Facts, unit: Unit, month: string): Measure {
	const rows = rowsOf(facts.audits, unit).filter((row) => monthOf(row.date) === month);
	return measure(rows.length, rows.length, sum(rows.map((row) => decimal(row.points))));
}

type Ticket = Facts['tickets'][number];

function complaints(facts: Facts, policy: Policy, unit: Unit, month: string): Measure {
	const start = `${month}-01 00:00:00`;
	const nextStart = `${addMonths(month, 1)}-01 00:00:00`;
	const byStatus = choice(policy, 'complaint_resolved') === 'by_status';
	const resolvedBefore = (t: Ticket, time: string) =>
		(byStatus && t.status === 'closed' && t.resolved_at === null) ||
		(t.resolved_at !== null && t.resolved_at < time);

	const cutoff = amount(policy, 'complaint_cutoff');
	const byHours = choice(policy, 'complaint_cutoff') === 'within_hours';
	const carriedFrom = byHours ? start : addHours(start, 24 * cutoff);
	const denominator = choice(policy, 'complaint_denominator');
	const counts = (t: Ticket): boolean => {
		if (denominator === 'due') return monthOf(t.due_at ?? t.received_at) === month;
		if (monthOf(t.received_at) === month) return true;
		return denominator === 'received_and_carried' && t.received_at < start && !resolvedBefore(t, carriedFrom);
	};

	const resolved = (t: Ticket): boolean => {
		if (byStatus) return t.status === 'closed';
		if (byHours) return t.resolved_at !== null && t.resolved_at <= addHours(t.received_at, cutoff);
		return resolvedBefore(t, addHours(nextStart, 24 * cutoff));
	};

	const rows = rowsOf(facts.tickets, unit).filter(
		(t) => t.kind === 'complaint' && t.status !== 'excluded' && counts(t)
	);
	return measure(rows.filter((t) => !resolved(t)).length, rows.length);
}

function completion(facts: Facts, policy: Policy, unit: Unit, month: string): Measure {
	const rows = rowsOf(facts.callbacks, unit).filter((row) => monthOf(row.called_at) === month);
	const reached = rows.filter((row) => row.result === 'reached');
	const how = choice(policy, 'callback_counts');
	const perTicket = new Set(
		reached.map((r) => (r.ticket === null ? `callback ${r.callback}` : `ticket ${r.ticket}`))
	);
	const made = how === 'every_attempt' ? rows.length : how === 'reached' ? reached.length : perTicket.size;
	return measure(made, quota(facts, policy, unit, month));
}

/** The quota of callbacks; 0 where there is none. */
function quota(facts: Facts, policy: Policy, unit: Unit, month: string): Frac {
	const posts = chosen(policy, 'people_on_duty').posts;
	const onDuty = rowsOf(facts.attendance, unit).filter((row) => {
		if (row.month !== month || decimal(row.attended_days).n <= 0n) return false;
		return posts === undefined || posts.includes(employment(facts, policy, row.person, month)?.post ?? '');
	});
	const each = frac(amount(policy, 'callback_quota_amount'));
	const people = frac(new Set(onDuty.map((row) => row.person)).size);
	const due = onDuty.map((row) => decimal(row.due_days));
	const attended = sum(onDuty.map((row) => decimal(row.attended_days)));
	const longest = due.reduce(max, ZERO);
	switch (choice(policy, 'callback_quota')) {
		case 'person_day':
			return mul(each, sum(due));
		case 'person_day_actual':
			return mul(each, attended);
		case 'person_month':
			return mul(each, people);
		case 'prorated':
			return sum(due).n === 0n ? ZERO : div(mul(mul(each, people), attended), sum(due));
		default:
			return longest.n === 0n ? ZERO : div(mul(each, people), longest);
	}
}

/** The same where of a customer's answers one stands for all: those of one ticket, else of nobody known. */
function ratedOnce(rows: Facts['callbacks'], policy: Policy, once: string): Measure {
	const groups = new Map<string, Facts['callbacks']>();
	for (const row of rows.filter((r) => r.satisfaction !== null)) {
		const whose = row.ticket === null ? `callback ${row.callback}` : `ticket ${row.ticket}`;
		groups.set(whose, [...(groups.get(whose) ?? []), row]);
	}
	const marks = [...groups.values()].map((group) => {
		const inTime = [...group].sort((a, b) =>
			a.called_at === b.called_at
				? byCodePoint(a.callback, b.callback)
				: byCodePoint(a.called_at, b.called_at)
		);
		const latest = inTime.at(-1)!.called_at;
		// of one moment the first by number stands
		const last = inTime.find((row) => row.called_at === latest)!;
		const worst = Math.min(...group.map((row) => row.satisfaction!));
		const least = inTime.filter((row) => row.satisfaction === worst);
		const leastLast = least.find((row) => row.called_at === least.at(-1)!.called_at)!;
		const standing = once === 'first' ? inTime[0]! : once === 'worst' ? leastLast : last;
		const mean = group.reduce((all, row) => all + row.satisfaction!, 0) / group.length;
		return {
			reached: standing.result === 'reached',
			mark: once === 'mean' ? Math.floor(mean + 0.5) : standing.satisfaction!
		};
	});
	const means = choice(policy, 'satisfied_means');
	if (means === 'mean_score')
		return measure(
			marks.reduce((all, { mark }) => all + mark, 0),
			5 * marks.length
		);
	const lowest = amount(policy, 'satisfied_means');
	const good = marks.filter(({ mark }) => mark >= lowest);
	if (means !== 'over_reached') return measure(good.length, marks.length);
	const silent = rows.filter((row) => row.satisfaction === null && row.result === 'reached');
	return measure(
		good.filter(({ reached }) => reached).length,
		silent.length + marks.filter(({ reached }) => reached).length
	);
}

function satisfaction(facts: Facts, policy: Policy, unit: Unit, month: string): Measure {
	const rows = rowsOf(facts.callbacks, unit).filter((row) => monthOf(row.called_at) === month);
	const once = choice(policy, 'rated_twice');
	if (once !== 'every') return ratedOnce(rows, policy, once);
	const scores = rows.flatMap((row) => (row.satisfaction === null ? [] : [row.satisfaction as number]));
	const means = choice(policy, 'satisfied_means');
	if (means === 'mean_score')
		return measure(
			scores.reduce((a, b) => a + b, 0),
			5 * scores.length
		);
	const lowest = amount(policy, 'satisfied_means');
	if (means !== 'over_reached') return measure(scores.filter((s) => s >= lowest).length, scores.length);
	const reached = rows.filter((row) => row.result === 'reached');
	return measure(
		reached.filter((r) => r.satisfaction !== null && r.satisfaction >= lowest).length,
		reached.length
	);
}
