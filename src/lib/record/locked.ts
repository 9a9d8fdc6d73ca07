import { typedPassphrase } from './passphrase';
import { isSignedBy, signed } from './signature';
import { through } from './streams';
import { z } from '../policy/zod';

/** Where a file that was handed over, or a reply, is damaged or strange. */
export type BadPlace = 'file' | 'header' | 'passphrase' | 'recipient' | 'body' | 'signature' | 'content';

/** A file that isn't what was written: it is refused as a whole. */
export class BadFile extends Error {
	constructor(
		readonly place: BadPlace,
		detail = ''
	) {
		super(`${place}${detail === '' ? '' : `: ${detail}`}`);
	}
}

const envelope = z.object({ text: z.string(), key: z.string(), signature: z.string() });

/** What opens a file: a passphrase, or whom it was encrypted for. */
export type Opener = { passphrase: string } | { identity: string };
/** Whom a file is for: whoever has the passphrase, or some recipients; null leaves it readable by anyone. */
export type Addressee = { passphrase: string } | { recipients: string[] } | null;

/** 120 random bits need no slow stretching. */
const WORK = 10;

/** Whom files can be encrypted for, and what opens them then (age). */
export async function newRecipient(): Promise<{ identity: string; recipient: string }> {
	const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
	const identity = await generateX25519Identity();
	return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether files can be encrypted for that text: an age recipient. */
export async function isRecipient(text: string): Promise<boolean> {
	const { Encrypter } = await import('age-encryption');
	try {
		new Encrypter().addRecipient(text);
		return true;
	} catch {
		// any text may be typed: what isn't one is told where it stands
		return false;
	}
}

/** What opens a file by what somebody typed: the secret of a recipient's own, or a passphrase. */
export const openerOf = (typed: string): Opener =>
	typed.trim().toUpperCase().startsWith('AGE-SECRET-KEY-')
		? { identity: typed.trim().toUpperCase() }
		: { passphrase: typedPassphrase(typed) };

/** A value as a signed file, gzipped, and encrypted by age where it is addressed. */
export async function locked(
	value: unknown,
	by: { secret: string; key: string },
	to: Addressee
): Promise<Uint8Array> {
	const text = JSON.stringify(value);
	const whole = JSON.stringify({ text, key: by.key, signature: await signed(text, by.secret) });
	const packed = await through(new Blob([whole]), new CompressionStream('gzip'));
	const bytes = new Uint8Array(await packed.arrayBuffer());
	if (to === null) return bytes;
	const { Encrypter } = await import('age-encryption');
	const age = new Encrypter();
	if ('passphrase' in to) {
		age.setPassphrase(to.passphrase);
		age.setScryptWorkFactor(WORK);
	} else for (const recipient of to.recipients) age.addRecipient(recipient);
	return age.encrypt(bytes);
}

/** The value of such a file and the key that signed it; throws `BadFile` with the place where it isn't what was written. */
export async function unlocked(
	bytes: Uint8Array,
	by: Opener | null
): Promise<{ value: unknown; key: string }> {
	const packed = isAge(bytes) ? await opened(bytes, by) : bytes;
	let whole: unknown;
	try {
		whole = JSON.parse(await unpacked(new Uint8Array(packed)));
	} catch (error) {
		if (error instanceof BadFile) throw error;
		throw new BadFile(isAge(bytes) ? 'content' : 'file', String(error));
	}
	const { success, data } = envelope.safeParse(whole);
	if (!success) throw new BadFile('content');
	if (!(await isSignedBy(data.text, data.signature, data.key))) throw new BadFile('signature');
	try {
		const value: unknown = JSON.parse(data.text);
		return { value, key: data.key };
	} catch (error) {
		throw new BadFile('content', String(error));
	}
}

/** More than any branch's records come to: what unpacks to more is no file of ours. */
const MOST_BYTES = 800_000_000;

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		size += value.length;
		if (size > MOST_BYTES) {
			await reader.cancel();
			throw new BadFile('content', 'too large');
		}
		parts.push(value);
	}
	return new Blob(parts).text();
}

const MAGIC = 'age-encryption.org/';

const isAge = (bytes: Uint8Array): boolean =>
	new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length)) === MAGIC;

async function opened(bytes: Uint8Array, by: Opener | null): Promise<Uint8Array> {
	const { Decrypter } = await import('age-encryption');
	const age = new Decrypter();
	if (by === null) throw new BadFile('recipient');
	try {
		if ('passphrase' in by) age.addPassphrase(by.passphrase);
		else age.addIdentity(by.identity);
	} catch (error) {
		throw new BadFile('passphrase', String(error));
	}
	try {
		return await age.decrypt(bytes);
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		if (said.includes('no identity matched'))
			throw new BadFile('passphrase' in by ? 'passphrase' : 'recipient');
		throw new BadFile(/stanza|header|version/.test(said) ? 'header' : 'body', said);
	}
}
