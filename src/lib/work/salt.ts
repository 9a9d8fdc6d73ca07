import { local } from './local';

const KEY = 'kaohe.salt';

/** Random text known to this machine alone and in no backup: the same rater gets the same pseudonym here, and nobody else can guess it. */
export function salt(): string {
	const kept = local.getItem(KEY);
	if (kept !== null) return kept;
	const fresh = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16)).join('');
	local.setItem(KEY, fresh);
	return fresh;
}
