import type { Actor, LogEvent, Role } from './event';

/** Where a month stands. */
export type State = 'open' | 'calculated' | 'published' | 'appeals' | 'signed' | 'sealed';

/** A step in the life of a month. */
export type StepName = 'calculate' | 'publish' | 'revise' | 'hear' | 'sign' | 'unsign' | 'seal' | 'reopen';

interface StepRule {
	from: State[];
	/** null: the month stays where it is. */
	to: State | null;
	by: Role[];
	reason?: boolean;
}

/** Every step there is, from where to where, and who may take it. */
export const STEPS: Record<StepName, StepRule> = {
	calculate: { from: ['open', 'calculated'], to: 'calculated', by: ['hr'] },
	publish: { from: ['calculated'], to: 'published', by: ['hr'] },
	revise: { from: ['published', 'appeals'], to: null, by: ['hr'], reason: true },
	hear: { from: ['published'], to: 'appeals', by: ['hr', 'head_office'] },
	sign: { from: ['appeals'], to: 'signed', by: ['hr', 'head_office'] },
	unsign: { from: ['signed'], to: 'appeals', by: ['hr', 'head_office'], reason: true },
	seal: { from: ['signed'], to: 'sealed', by: ['head_office'] },
	reopen: { from: ['sealed'], to: 'open', by: ['head_office'], reason: true }
};

/** A bulletin (通报) as it was issued. */
export interface Bulletin {
	seq: number;
	number: string;
	/** The date that deadlines count from, `YYYY-MM-DD`; a revised bulletin keeps the first one's. */
	date: string;
	/** When it was issued, ISO 8601. */
	at: string;
	by: Actor;
	revised: boolean;
	/** SHA-256 of the month's results. */
	results: string;
	/** Who owes an improvement plan by it. */
	plans: { kind: string; unitKind: string; unit: string; rank: number; due: string }[];
	/** Totals and ranks as published. */
	ranked: { unitKind: string; unit: string; total: string; rank: number }[];
}

/** The life of a month so far. */
export interface Life {
	month: string;
	state: State;
	/** 1 until it is reopened. */
	revision: number;
	steps: { step: StepName; event: LogEvent }[];
	bulletins: Bulletin[];
	/** All bulletins that were ever issued, those of earlier revisions among them. */
	issued: Bulletin[];
	/** What was waived of the readiness list, by item, with the entry that holds the reason. */
	waived: Map<string, LogEvent>;
	/** SHA-256 of the results as last calculated. */
	calculated: string | null;
	/** Hashes of the sealed documents, by revision. */
	seals: { revision: number; hash: string; event: LogEvent }[];
}

interface StepData {
	month: string;
	step: StepName;
	results?: string;
	hash?: string;
	bulletin?: Pick<Bulletin, 'number' | 'date' | 'plans' | 'ranked'>;
}

/** Why a step can't be taken, or null where it can. */
export function barred(
	life: Pick<Life, 'state'>,
	step: StepName,
	by: Actor | null,
	reason = ''
): 'state' | 'role' | 'unsigned' | 'reason' | null {
	const rule = STEPS[step];
	if (!rule.from.includes(life.state)) return 'state';
	if (!by?.name) return 'unsigned';
	if (!rule.by.includes(by.role)) return 'role';
	return rule.reason && reason.trim() === '' ? 'reason' : null;
}

/** The life of a month, from the log; throws where the log holds a step that couldn't be taken. */
export function lifeOf(events: LogEvent[], month: string): Life {
	const life: Life = {
		month,
		state: 'open',
		revision: 1,
		steps: [],
		bulletins: [],
		issued: [],
		waived: new Map(),
		calculated: null,
		seals: []
	};
	for (const event of events) {
		const data = event.data as (StepData & { item?: string }) | null;
		if (data?.month !== month) continue;
		if (event.kind === 'waive' && data.item !== undefined) life.waived.set(data.item, event);
		if (event.kind === 'step') take(life, event, data);
	}
	return life;
}

function take(life: Life, event: LogEvent, data: StepData): void {
	const why = barred(life, data.step, event.by, event.reason);
	if (why)
		throw new Error(`entry ${String(event.seq)}: ${data.step} of ${life.month} isn't allowed (${why})`);
	life.steps.push({ step: data.step, event });
	life.state = STEPS[data.step].to ?? life.state;
	if (data.step === 'calculate') life.calculated = data.results ?? null;
	if (data.bulletin) {
		const bulletin: Bulletin = {
			...data.bulletin,
			seq: event.seq,
			at: event.at,
			by: event.by,
			revised: data.step === 'revise',
			results: data.results ?? ''
		};
		life.bulletins.push(bulletin);
		life.issued.push(bulletin);
	}
	if (data.step === 'seal') life.seals.push({ revision: life.revision, hash: data.hash!, event });
	if (data.step === 'reopen') {
		life.revision++;
		life.calculated = null;
		// what was waived holds on, as far as it is still there to be waived
		life.bulletins = [];
	}
}

/** The months that any step was taken in. */
export const monthsOf = (events: LogEvent[]): string[] => [
	...new Set(events.flatMap(({ kind, data }) => (kind === 'step' ? [(data as StepData).month] : [])))
];
