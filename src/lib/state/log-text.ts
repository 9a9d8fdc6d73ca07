import { messageKeys, type MessageKey } from '../i18n/messages';
import type { Actor, LogEvent } from '../record/event';
import type { StepName } from '../record/steps';
import { datasetOf } from '../intake/dataset';
import { pick, t } from './preferences.svelte';

/** What an entry of the log says that was done, in one line. */
export function logText({ kind, data }: LogEvent): string {
	const key = `log.${kind}`;
	const fill = data as Record<string, unknown>;
	if (kind === 'import') {
		const {
			added,
			removed,
			unread = []
		} = data as Record<'added' | 'removed', { path: string }[]> & {
			unread?: { path: string }[];
		};
		return [
			added.length > 0 ? t('log.import.added', { files: paths(added) }) : '',
			removed.length > 0 ? t('log.import.removed', { files: paths(removed) }) : '',
			unread.length > 0 ? t('log.import.unread', { files: paths(unread) }) : ''
		]
			.filter(Boolean)
			.join('；');
	}
	if (kind === 'erase') {
		const { removed } = data as { removed: { path: string }[] };
		return t('log.erase', { files: paths(removed) });
	}
	if (kind === 'step') {
		const { step, month } = data as { step: StepName; month: string };
		return t(`log.step.${step}`, { month });
	}
	if (kind === 'none' || kind === 'none_reversed') {
		const { month, dataset } = data as { month: string; dataset: string };
		return t(`log.${kind}`, { month, dataset: pick(datasetOf(dataset).title) });
	}
	if (!messageKeys.has(key)) return kind;
	const plain = Object.entries(fill).filter(([, value]) => ['string', 'number'].includes(typeof value));
	return t(key as MessageKey, Object.fromEntries(plain) as Record<string, string>);
}

const SHOWN = 3;
const paths = (files: { path: string }[]): string =>
	files.length > SHOWN
		? t('log.import.more', {
				files: files
					.slice(0, SHOWN)
					.map((f) => f.path)
					.join('、'),
				count: files.length
			})
		: files.map((f) => f.path).join('、');

/** A signature as it is shown: name and role. */
export const actorText = (by: Actor, named: (branch: string) => string = (code) => code): string =>
	by.name === ''
		? t('actor.unsigned')
		: `${by.name} · ${t(`role.${by.role}`)}${by.branch ? ` ${named(by.branch)}` : ''}`;

/** A moment in the zone of this machine. */
export const momentText = (at: string): string =>
	new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
