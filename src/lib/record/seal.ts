import { z } from '../policy/zod';
import type { Policy } from '../policy/schema';
import { actorSchema } from './actor';
import type { LogEvent } from './event';
import type { PayLine } from './pay-line';
import type { Results, UnitRow } from '../sql/rows';
import { canonical } from './canonical';
import { sha256 } from '../intake/hash';

/** What of results is sealed; of units, what names them. */
export interface SealedResults extends Pick<
	Results,
	'lines' | 'totals' | 'rankings' | 'awards' | 'followups'
> {
	units: Omit<UnitRow, 'post'>[];
}

/** Rows as they were sealed: the document's hash says that they are what they were. */
const rows = <T>(): z.ZodMiniType<T[]> => z.custom<T[]>((value) => Array.isArray(value));

const document = z.object({
	format: z.literal('kaohe-seal-1'),
	month: z.string(),
	revision: z.int(),
	/** Hash of the sealed month before in the chain; empty for the first. */
	previous: z.string(),
	sealed_at: z.string(),
	by: actorSchema,
	/** What computed it. */
	versions: z.record(z.string(), z.string()),
	inputs: z.array(
		z.object({
			sha256: z.string(),
			path: z.string(),
			dataset: z.string(),
			records: z.int(),
			accepted: z.int(),
			rejected: z.int()
		})
	),
	/** The version of the rules in force, as it stood. */
	policy: z.custom<Policy>(
		(value: unknown) => typeof value === 'object' && value !== null && 'policy' in value
	),
	/** The log's entries of the month: bulletins, ledger, appeals, plans, waived items. */
	entries: rows<LogEvent>(),
	lines: rows<SealedResults['lines'][number]>(),
	totals: rows<SealedResults['totals'][number]>(),
	rankings: rows<SealedResults['rankings'][number]>(),
	awards: rows<SealedResults['awards'][number]>(),
	followups: rows<SealedResults['followups'][number]>(),
	units: rows<SealedResults['units'][number]>(),
	/** Who is paid how much of the prizes; absent where the month closes no period that pays. */
	payroll: z.optional(rows<PayLine>())
});

/** A sealed month: one document that says all by itself. */
export type Seal = z.infer<typeof document>;

/** The document of a sealed month's text; throws where it is none. */
export const readSeal = (text: string): Seal => document.parse(JSON.parse(text));

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
