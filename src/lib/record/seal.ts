import { z } from '../policy/zod';
import type { Actor } from './actor';
import type { LogEvent } from './event';
import type { Results, UnitRow } from '../sql/rows';
import { canonical } from './canonical';
import { sha256 } from './hash';

/** What of results is sealed; of units, what names them. */
export interface SealedResults extends Pick<
	Results,
	'lines' | 'totals' | 'rankings' | 'awards' | 'followups'
> {
	units: Omit<UnitRow, 'post'>[];
}

/** A sealed month: one document that says all by itself. */
export interface Seal extends SealedResults {
	format: 'kaohe-seal-1';
	month: string;
	revision: number;
	/** Hash of the sealed month before in the chain; empty for the first. */
	previous: string;
	sealed_at: string;
	by: Actor;
	/** What computed it. */
	versions: Record<string, string>;
	inputs: {
		sha256: string;
		path: string;
		dataset: string;
		records: number;
		accepted: number;
		rejected: number;
	}[];
	policy: unknown;
	/** The log's entries of the month: bulletins, ledger, appeals, plans, waived items. */
	entries: LogEvent[];
}

/** A seal as it is kept: its text and the SHA-256 of that. */
export async function sealed(document: Seal): Promise<{ text: string; hash: string }> {
	const text = canonical(document);
	return { text, hash: await sha256(text) };
}

const chain = z.object({ previous: z.string() });

/** What is wrong with the sealed months: the key of the first that isn't what was sealed, is missing, or doesn't follow from the one before; null where all hold. */
export async function sealFault(
	seals: [key: string, text: string][],
	expected: { key: string; hash: string }[]
): Promise<{ key: string; fault: 'missing' | 'changed' | 'broken_link' | 'unlogged' } | null> {
	const texts = new Map(seals);
	let previous = '';
	for (const { key, hash } of expected) {
		const text = texts.get(key);
		if (text === undefined) return { key, fault: 'missing' };
		if ((await sha256(text)) !== hash) return { key, fault: 'changed' };
		const { previous: before } = chain.parse(JSON.parse(text));
		if (before !== previous) return { key, fault: 'broken_link' };
		previous = hash;
		texts.delete(key);
	}
	const [extra] = texts.keys();
	return extra === undefined ? null : { key: extra, fault: 'unlogged' };
}

/** The sealed documents that the log names, in the order in which they were sealed. */
export const loggedSeals = (events: LogEvent[]): { key: string; hash: string }[] =>
	events.flatMap(({ kind, data }) =>
		kind === 'step' && data.step === 'seal'
			? [{ key: `${data.month}/${String(data.revision ?? 1)}`, hash: data.hash ?? '' }]
			: []
	);
