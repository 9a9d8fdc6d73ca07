/** A pair of Ed25519 keys as text: what signs stays with whoever signs, what checks goes with the signature. */
export interface SigningKey {
	/** PKCS #8, base64. */
	secret: string;
	/** 32 bytes, hexadecimal. */
	key: string;
}

const NAME = 'Ed25519';

export const toHex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const toBase64 = (bytes: Uint8Array): string => {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
};

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** New keys. */
export async function signingKey(): Promise<SigningKey> {
	const pair = await crypto.subtle.generateKey(NAME, true, ['sign', 'verify']);
	if (!('privateKey' in pair)) throw new Error('no pair of keys was made');
	const [secret, key] = await Promise.all([
		crypto.subtle.exportKey('pkcs8', pair.privateKey),
		crypto.subtle.exportKey('raw', pair.publicKey)
	]);
	return { secret: toBase64(new Uint8Array(secret)), key: toHex(new Uint8Array(key)) };
}

/** The key that goes with a secret; WebCrypto says it in a JWK alone. */
export async function keyOf(secret: string): Promise<string> {
	const key = await crypto.subtle.importKey('pkcs8', fromBase64(secret), NAME, true, ['sign']);
	const { x } = await crypto.subtle.exportKey('jwk', key);
	return toHex(fromBase64((x ?? '').replaceAll('-', '+').replaceAll('_', '/')));
}

/** A text's signature, hexadecimal. */
export async function signed(text: string, secret: string): Promise<string> {
	const key = await crypto.subtle.importKey('pkcs8', fromBase64(secret), NAME, false, ['sign']);
	return toHex(new Uint8Array(await crypto.subtle.sign(NAME, key, new TextEncoder().encode(text))));
}

/** Whether a signature is that of a text by a key. */
export async function isSignedBy(text: string, signature: string, key: string): Promise<boolean> {
	if (!/^[0-9a-f]{64}$/.test(key) || !/^[0-9a-f]{128}$/.test(signature)) return false;
	const imported = await crypto.subtle.importKey('raw', fromHex(key), NAME, false, ['verify']);
	return crypto.subtle.verify(NAME, imported, fromHex(signature), new TextEncoder().encode(text));
}

/** A key short enough to be compared by eye. */
export const fingerprint = (key: string): string => (key.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
