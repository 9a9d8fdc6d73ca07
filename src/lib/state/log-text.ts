import { messageKeys, type MessageKey } from '../i18n/messages';
import type { Actor, LogEvent } from '../record/event';
import type { Text } from '../i18n/text';
import type { Ruling } from '../record/appeals';
import type { LedgerEntry } from '../record/ledger';
import type { PlanStep } from '../record/plans';
import type { StepName } from '../record/steps';
import { datasetOf } from '../intake/dataset';
import { listed, listWord, pick, t, word } from './preferences.svelte';

/** What a unit is called, by its kind and code. */
export type Named = (kind: string, unit: string) => string;

const BY_CODE: Named = (_, unit) => unit;

/** What an entry of the log says that was done, in one line. */
export function logText({ kind, data }: LogEvent, named: Named = BY_CODE): string {
	const own = OWN[kind];
	if (own) return own(data ?? {}, named);
	const key = `log.${kind}`;
	if (!messageKeys.has(key)) return kind;
	const plain = Object.entries(data ?? {}).filter(([, value]) => ['string', 'number'].includes(typeof value));
	return t(key as MessageKey, Object.fromEntries(plain));
}

type Path = { path: string };

// what an entry holds is its kind's own
const say = (text: (data: never, named: Named) => string): ((data: unknown, named: Named) => string) =>
	text as (data: unknown, named: Named) => string;

/** Entries whose sentence says more than their plain values. */
const OWN: Record<string, (data: unknown, named: Named) => string> = {
	import: say(
		({ added = [], removed = [], unread = [] }: Partial<Record<'added' | 'removed' | 'unread', Path[]>>) =>
			[
				added.length > 0 ? t('log.import.added', { files: paths(added) }) : '',
				removed.length > 0 ? t('log.import.removed', { files: paths(removed) }) : '',
				unread.length > 0 ? t('log.import.unread', { files: paths(unread) }) : ''
			]
				.filter(Boolean)
				.join('；') || t('log.import.again')
	),
	erase: say(({ removed }: { removed: Path[] }) => t('log.erase', { files: paths(removed) })),
	step: say(
		({ step, month, bulletin }: { step: StepName; month: string; bulletin?: { number: string } }) =>
			t(`log.step.${step}`, { month }) +
			(bulletin ? ` ${t('log.bulletin', { number: bulletin.number })}` : '')
	),
	none: say((d: { month: string; dataset: string }) => statedText('log.none', d)),
	none_reversed: say((d: { month: string; dataset: string }) => statedText('log.none_reversed', d)),
	waive: say(({ month, item }: { month: string; item: string }) => {
		const [kind = '', ...rest] = item.split('/');
		const what = messageKeys.has(`ready.kind.${kind}`) ? t(`ready.kind.${kind}` as MessageKey) : kind;
		return t('log.waive', { month, item: `${what} ${rest.join('/')}` });
	}),
	words: say(({ changed }: { changed?: { list: string; value: string | null; word: string } }) => {
		if (!changed) return t('log.words');
		const { list, value, word: said } = changed;
		const fill = { list: word('words', list), word: said };
		return value === null
			? t('log.words.removed', fill)
			: t('log.words.added', { ...fill, value: listWord(list, value) });
	}),
	policies: say(({ changed }: { changed?: Version }) =>
		changed
			? t(`log.policies.${changed.change}`, {
					policy: changed.policy,
					title: changed.title ? pick(changed.title) : '',
					month: changed.in_force_from ?? ''
				})
			: t('log.policies')
	),
	ledger: say(({ entry }: { entry: LedgerEntry }, named: Named) =>
		t('log.ledger', {
			month: entry.month,
			unit: named(entry.person === null ? 'branch' : 'person', entry.person ?? entry.branch),
			what: t(`ledger.${entry.type}`),
			points:
				entry.type === 'correction'
					? `${String(entry.numerator)} / ${String(entry.denominator)}`
					: entry.points
		})
	),
	appeal: say(({ month, unitKind, unit }: Whose, named) =>
		t('log.appeal', { month, unit: named(unitKind, unit) })
	),
	plan: say(
		({ month, unitKind, unit, step }: Whose & { step: PlanStep }, named) =>
			`${t('log.plan', { month, unit: named(unitKind, unit) })} ${t(`plan.done.${step}`)}`
	),
	ruling: say(
		({ month, of, result }: { month: string; of: number; result: Ruling }) =>
			`${t('log.ruling', { month, of })} ${t(`ruling.${result}`)}`
	),
	figure: say(
		({ month, branch, figure, value }: Record<'month' | 'branch' | 'figure' | 'value', string>, named) =>
			t('log.figure', { month, branch: named('branch', branch), figure: word('figure', figure), value })
	)
};

interface Whose {
	month: string;
	unitKind: string;
	unit: string;
}
interface Version {
	change: 'put' | 'withdrawn';
	policy: string;
	title?: Text;
	in_force_from?: string;
}

const statedText = (key: MessageKey, { month, dataset }: { month: string; dataset: string }): string =>
	t(key, { month, dataset: pick(datasetOf(dataset).title) });

const SHOWN = 3;
const paths = (files: { path: string }[]): string =>
	files.length > SHOWN
		? t('log.import.more', {
				files: listed(files.slice(0, SHOWN).map((f) => f.path)),
				count: files.length
			})
		: listed(files.map((f) => f.path));

/** A signature as it is shown: name and role. */
export const actorText = (by: Actor, named: (branch: string) => string = (code) => code): string =>
	by.name === ''
		? t('actor.unsigned')
		: `${by.name} · ${t(`role.${by.role}`)}${by.branch ? ` ${named(by.branch)}` : ''}`;

/** A moment in the zone of this machine. */
export const momentText = (at: string): string =>
	new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
