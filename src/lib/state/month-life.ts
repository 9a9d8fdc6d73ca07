import { canonical } from '../record/canonical';
import { appealsOf, type Appeal } from '../record/appeals';
import type { Actor } from '../record/actor';
import { monthOf } from '../record/event';
import { ledgerOf, type Posted } from '../record/ledger';
import { plansOf, type Plan } from '../record/plans';
import { loggedSeals, sealed, type Seal } from '../record/seal';
import { barred, STEPS, type StepName } from '../record/steps';
import { lifeOf, type Bulletin, type Life } from '../record/life';
import { VERSIONS } from '../versions';
import type { Policy } from '../policy/schema';
import { appealDue, appraisalWindow, planDue } from '../month/due';
import { monthResults, resultsHash } from '../month/month-results';
import { gapsUntil } from '../month/notices';
import { readiness, type ReadyItem } from '../month/readiness';
import { momentText } from './log-text';
import { periodText } from './period-text';
import { t } from './preferences.svelte';
import { today as machineDay } from './today';
import type { Workspace } from './workspace.svelte';
import { paidKind } from '../policy/versions';
import type { Results } from '../compute/rows';

/** Why a step can't be taken now; beside what the table of steps says. */
export type Bar =
	| 'state'
	| 'role'
	| 'unsigned'
	| 'reason'
	| 'not_ready'
	| 'stale'
	| 'appeals_open'
	| 'deadline'
	| 'unrevised'
	| 'erased';

/** Everything about a month's life that the screens show. */
export interface MonthLife {
	month: string;
	policy: Policy;
	life: Life;
	appeals: Appeal[];
	plans: Plan[];
	ledger: Posted[];
	window: [string, string];
	/** Last day to appeal, once there is a bulletin. */
	appealsUntil: string | null;
	items: ReadyItem[];
	/** Items that are neither mended nor waived. */
	open: ReadyItem[];
	/** SHA-256 of the results as they are. */
	results: string;
	/** True once files that the month was sealed from were deleted: it can't be computed anew. */
	erased: boolean;
}

/** Gathers a month's life. */
export async function monthLife(workspace: Workspace, month: string): Promise<MonthLife> {
	const { events, calendar } = workspace.log;
	const life = lifeOf(events, month);
	const policy = workspace.policyIn(month);
	const appeals = appealsOf(events, month);
	const ledger = ledgerOf(events).filter((p) => p.entry.month === month);
	const items = readiness({
		month,
		results: workspace.results,
		policy,
		calendar,
		gaps: gapsUntil(workspace.results, month, machineDay()),
		files: workspace.sources,
		unread: workspace.unread,
		ledger,
		appeals,
		unitKind: paidKind(policy),
		sealed: new Set(workspace.log.sealed.keys())
	});
	const latest = life.bulletins.at(-1);
	return {
		month,
		policy,
		life,
		appeals,
		plans: plansOf(events, month, life.issued),
		ledger,
		window: appraisalWindow(month, policy, calendar),
		appealsUntil: latest ? appealDue(latest.date, policy, calendar) : null,
		items,
		open: items.filter((i) => !i.waivable || !life.waived.has(i.id)),
		results: await hashOf(workspace.results, month),
		erased: workspace.log.isErased(month)
	};
}

const hashes = new WeakMap<Results, Map<string, Promise<string>>>();

/** The hash of a month's results, made once for results that don't change. */
function hashOf(results: Results, month: string): Promise<string> {
	const known = hashes.get(results) ?? new Map<string, Promise<string>>();
	hashes.set(results, known);
	const hash = known.get(month) ?? resultsHash(monthResults(results, month));
	known.set(month, hash);
	return hash;
}

/** Items of what was set aside: nothing is published over them by oversight. */
const SET_ASIDE: ReadyItem['kind'][] = ['rejects', 'unknown_people', 'unread', 'no_dataset'];

/** Whether the months' steps can be taken: null where they can, else why not. */
export function stepBar(
	{ life, open, results, appeals, appealsUntil, erased }: MonthLife,
	step: StepName,
	by: Actor | null,
	today: string,
	reason = '-'
): Bar | null {
	const why = barred(life, step, by, reason);
	if (why) return why;
	if (step === 'reopen' && erased) return 'erased';
	const before = open.filter((i) => !['open_appeal', 'open_month'].includes(i.kind));
	if (step === 'calculate' && before.length > 0) return 'not_ready';
	if (step === 'publish' && open.some((i) => SET_ASIDE.includes(i.kind))) return 'not_ready';
	if (step === 'publish' && life.calculated !== results) return 'stale';
	if (step === 'sign' && appeals.some((a) => !a.ruling)) return 'appeals_open';
	if (step === 'sign' && appealsUntil !== null && today <= appealsUntil) return 'deadline';
	if (step === 'seal' && open.length > 0) return 'not_ready';
	if ((step === 'seal' || step === 'sign') && life.bulletins.at(-1)?.results !== results) return 'unrevised';
	return null;
}

/** Why a bulletin of a month can't bear a date: a day to come, or one before the month is over. */
export function bulletinBar(month: string, date: string): string | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return t('barred.fill', { what: t('bulletin.date') });
	if (date > machineDay()) return t('bulletin.future');
	return date.slice(0, 7) <= month ? t('bulletin.within', { month: periodText(month) }) : null;
}

/** The steps that a month's state offers, whoever may take them. */
export const offered = (life: Life): StepName[] =>
	(Object.keys(STEPS) as StepName[]).filter((step) => STEPS[step].from.includes(life.state));

/** What a bulletin says: who is ranked where, and who owes a plan by when; those named before keep their deadline. */
export function bulletinOf(
	workspace: Workspace,
	now: MonthLife,
	number: string,
	date: string,
	issued: string
): Pick<Bulletin, 'number' | 'date' | 'plans' | 'ranked'> {
	const { month, policy } = now;
	const kind = paidKind(policy);
	// who was named before keeps the deadline, unless the date itself was wrong
	const before = now.life.bulletins.at(-1);
	const kept = before !== undefined && before.date !== date ? [] : now.plans;
	const known = new Map(kept.map((p) => [`${p.kind}/${p.unit}`, p.due]));
	const { followups, rankings } = monthResults(workspace.results, month);
	return {
		number,
		date,
		plans: followups
			.filter((f) => f.unit_kind === kind && f.period === month)
			.map((f) => ({
				kind: f.kind,
				unitKind: kind,
				unit: f.unit,
				rank: f.rank,
				due: known.get(`${f.kind}/${f.unit}`) ?? planDue(issued, policy, workspace.log.calendar)
			})),
		ranked: rankings
			.filter((r) => r.period === month)
			.map((r) => ({
				unitKind: r.unit_kind,
				unit: r.unit,
				total: r.total,
				rank: r.rank
			}))
	};
}

/** Seals a month: one document of everything, chained to the one sealed before, kept with the step that names it. */
export const sealMonth = (workspace: Workspace, month: string, by: Actor, today: string): Promise<void> =>
	workspace.seal(month, async (files) => {
		const now = await monthLife(workspace, month);
		const bar = stepBar(now, 'seal', by, today);
		if (bar) throw new Error(t(`barred.${bar}`));
		const { events } = workspace.log;
		const { revision } = now.life;
		const document: Seal = {
			format: 'kaohe-seal-1',
			month,
			revision,
			previous: loggedSeals(events).at(-1)?.hash ?? '',
			sealed_at: new Date().toISOString(),
			by,
			versions: VERSIONS,
			inputs: files
				.map(({ sha256, path, dataset, tally }) => ({
					sha256,
					path,
					dataset,
					records: tally.records,
					accepted: tally.accepted,
					rejected: tally.rejected
				}))
				.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
			policy: JSON.parse(canonical(now.policy)),
			...monthResults(workspace.results, month),
			entries: events.filter((e) => monthOf(e) === month)
		};
		const { text, hash } = await sealed(document);
		return {
			entry: { kind: 'step', data: { month, step: 'seal', revision, hash } },
			seal: { key: `${month}/${String(revision)}`, text }
		};
	});

/** What is due in a month's life, by date, and what of it is late. */
export interface Deadline {
	what: 'calculate' | 'publish' | 'appeals' | 'plan';
	/** `YYYY-MM-DD`. */
	on: string;
	/** Kind and code of whoever owes it. */
	unit?: string;
	done: boolean;
	late: boolean;
}

/** The deadlines of a month, earliest first. */
export function deadlines({ life, window, plans, appealsUntil }: MonthLife, today: string): Deadline[] {
	const past = (on: string): boolean => today > on;
	/** Done or not, it is late where it came after its day. */
	const isLate = (on: string, done: string | undefined): boolean => (done ?? today) > on;
	const stepOn = life.steps.findLast((s) => s.step === 'calculate')?.event.at;
	const calculated = life.state === 'open' || !stepOn ? undefined : momentText(stepOn).slice(0, 10);
	const published = life.bulletins[0]?.date;
	return [
		{
			what: 'calculate' as const,
			on: window[1],
			done: calculated !== undefined,
			late: isLate(window[1], calculated)
		},
		{
			what: 'publish' as const,
			on: window[1],
			done: published !== undefined,
			late: isLate(window[1], published)
		},
		...(appealsUntil === null
			? []
			: [{ what: 'appeals' as const, on: appealsUntil, done: past(appealsUntil), late: false }]),
		...plans
			.filter((p) => p.owed)
			.map((p) => ({
				what: 'plan' as const,
				on: p.due,
				unit: `${p.unitKind}/${p.unit}`,
				done: p.handedInOn !== null,
				late: (p.handedInOn ?? today) > p.due
			}))
	].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
