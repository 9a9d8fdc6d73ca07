import type { Actor } from '../record/actor';
import type { LogEvent } from '../record/event';
import { readsAs } from '../record/kinds';
import { datasetOf } from '../intake/dataset';
import { listed, pick, t, word } from '../language/language.svelte';
import { listWord } from './list-word';

/** What a unit is called, by its kind and code. */
export type NameOf = (kind: string, unit: string) => string;

const BY_CODE: NameOf = (_, unit) => unit;

/** What an entry of the log says that was done, in one line. */
export const logText = (event: LogEvent, named: NameOf = BY_CODE): string =>
	readsAs(event, { t, named, word, listWord, listed, pick, dataset: (code) => pick(datasetOf(code).title) });

/** A signature as it is shown: name and role. */
export const actorText = (by: Actor, named: (branch: string) => string = (code) => code): string =>
	by.name === ''
		? t('actor.unsigned')
		: `${by.name} · ${t(`role.${by.role}`)}${by.branch ? ` ${named(by.branch)}` : ''}`;

/** A moment in the zone of this machine. */
export const momentText = (at: string): string =>
	new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
