import type { Actor } from './actor';
import type { EventOf, LogEvent } from './event';
import type { BulletinData } from './kinds/month';
import { barred, STEPS, type State, type StepName } from './steps';

/** A bulletin (通报) as it was issued. */
export interface Bulletin extends BulletinData {
	seq: number;
	/** When it was issued, ISO 8601. */
	at: string;
	by: Actor;
	revised: boolean;
	/** SHA-256 of the month's results. */
	results: string;
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
		if (event.kind === 'waive' && event.data.month === month) life.waived.set(event.data.item, event);
		if (event.kind === 'step' && event.data.month === month) take(life, event);
	}
	return life;
}

function take(life: Life, event: EventOf<'step'>): void {
	const { data } = event;
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
	if (data.step === 'seal') life.seals.push({ revision: life.revision, hash: data.hash ?? '', event });
	if (data.step === 'reopen') {
		life.revision++;
		life.calculated = null;
		// what was waived holds on, as far as it is still there to be waived
		life.bulletins = [];
	}
}

/** The months that any step was taken in. */
export const monthsOf = (events: LogEvent[]): string[] => [
	...new Set(events.flatMap(({ kind, data }) => (kind === 'step' ? [data.month] : [])))
];
