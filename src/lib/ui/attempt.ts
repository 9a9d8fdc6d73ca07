import { fail } from './fail';

/** Tries something and tells why it failed; whether it went well. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (error) {
		fail(error);
		return false;
	}
}

/** What is not begun anew while it is being done: a second click does nothing. */
export function once<Given extends unknown[]>(
	work: (...given: Given) => Promise<unknown>
): (...given: Given) => Promise<void> {
	let busy = false;
	return async (...given) => {
		if (busy) return;
		busy = true;
		try {
			await work(...given);
		} finally {
			busy = false;
		}
	};
}
