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
