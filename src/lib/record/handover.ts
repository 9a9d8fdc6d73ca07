import { z } from '../policy/zod';
import type { Policy } from '../policy/schema';
import type { Results } from '../sql/rows';
import { actorSchema } from './actor';
import type { AppealData, Ruling } from './kinds/appeals';
import type { LedgerEntry } from './ledger';
import type { Plan } from './plans';

/** Rows as they were handed over: the office's signature says that they are. */
const rows = <T>(): z.ZodMiniType<T[]> => z.custom<T[]>((value) => Array.isArray(value));

/** The branch's own records of a data set. */
export interface HandedRows {
	dataset: string;
	columns: string[];
	/** By column, then the file, the record's number and its line there. */
	rows: (string | number | null)[][];
}

/** A table of a report as it stood for the branch; `before` is the month before. */
export interface HandedReport {
	part: string;
	section: string;
	dimension: string | null;
	rows: Record<string, string | number | boolean | null>[];
}

/** So many events of a line, and the total, rank and points off that they would make. */
export interface HandedStep {
	events: number;
	total: string;
	rank: number;
	deduction: string | null;
}

/** What a unit's lines would make of its latest month. */
export interface HandedAhead {
	unitKind: string;
	unit: string;
	ways: { line: string; steps: HandedStep[] }[];
}

/** An appeal and what became of it. */
export interface HandedAppeal extends Omit<AppealData, 'attachment'> {
	by: string;
	ruling: { result: Ruling; reason: string } | null;
}

/** A rank as the policy lets it be seen; of others with a name or without. */
export interface SeenRank {
	period: string;
	unit_kind: string;
	scorecard: string;
	rank: number;
	total: string;
	/** Null where it isn't to be known whose it is. */
	name: string | null;
	own: boolean;
}

/** A bulletin as far as it is the branch's. */
export interface HandedBulletin {
	month: string;
	number: string;
	date: string;
	appealsUntil: string;
}

const content = z.object({
	format: z.literal('kaohe-handover-1'),
	/** What replies name it by. */
	id: z.string(),
	made_at: z.string(),
	by: z.nullable(actorSchema),
	branch: z.string(),
	name: z.string(),
	months: z.array(z.string()),
	/** The version of the rules that each month was scored by. */
	rules: rows<{ month: string; policy: string }>(),
	policies: rows<Policy>(),
	seals: rows<{ month: string; revision: number; hash: string }>(),
	results: z.custom<Results>(
		(value: unknown) => typeof value === 'object' && value !== null && 'totals' in value
	),
	ranking: rows<SeenRank>(),
	bulletins: rows<HandedBulletin>(),
	appeals: rows<HandedAppeal>(),
	plans: rows<Omit<Plan, 'history'>>(),
	ledger: rows<LedgerEntry>(),
	rows: rows<HandedRows>(),
	/** Tables of the latest month, and what would bring more points there; files of before have none. */
	reports: z.optional(rows<HandedReport>()),
	ahead: z.optional(rows<HandedAhead>()),
	/** How it is answered; null where nobody takes answers. */
	reply: z.nullable(
		z.object({
			/** Signs replies: whoever could open the file has it. */
			secret: z.string(),
			/** Whom replies are encrypted for (age); null where the office takes plain ones. */
			recipient: z.nullable(z.string())
		})
	)
});

/** What one branch is given: its own records, card, history, appeals and plans, and the ranking as it may be seen. */
export type Handover = z.infer<typeof content>;

/** The content of a file that was handed over; null where it isn't what this build reads. */
export const readContent = (value: unknown): Handover | null => content.safeParse(value).data ?? null;
