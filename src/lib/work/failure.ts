import { EngineClosed } from '../engine/closed';
import { t } from '../language/language.svelte';

/** What someone wants is refused, in words: nothing has failed. */
export class Barred extends Error {}

/** Whether an error is the engine's own end, after which it must be opened anew. */
export const isTrap = (error: unknown): boolean =>
	error instanceof Error &&
	(error instanceof EngineClosed ||
		/unreachable|memory access out of bounds|function signature mismatch|table index/i.test(error.message));

/** An error in words for whoever uses the page: what the browser says of a file that changed under it is no help. */
export function readable(error: unknown): Error {
	const found = error instanceof Error ? error : new Error(String(error));
	const { name, message } = found;
	if (name === 'NotReadableError' || message.includes('NotReadableError'))
		return new Error(t('error.fileChanged'));
	if (name === 'QuotaExceededError' || /quota/i.test(message)) return new Error(t('error.full'));
	return found;
}

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
