/** Letters that no hand mistakes for each other (Crockford's). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 32 letters are five bits each: 120 in all. */
const [GROUPS, EACH] = [6, 4];

/** A random passphrase of 120 bits, in groups that can be read out. */
export function newPassphrase(): string {
	const random = crypto.getRandomValues(new Uint8Array(GROUPS * EACH));
	const letters = [...random].map((byte) => LETTERS[byte % LETTERS.length]!);
	return Array.from({ length: GROUPS }, (_, i) => letters.slice(i * EACH, (i + 1) * EACH).join('')).join('-');
}

/** A passphrase as it was made, however it was typed. */
export const typedPassphrase = (text: string): string => {
	const letters = text
		.toUpperCase()
		.replaceAll(/[^0-9A-Z]/g, '')
		.replaceAll('O', '0')
		.replaceAll(/[IL]/g, '1');
	// one of another kind is taken as it is
	return letters.length === GROUPS * EACH ? letters.match(/.{4}/g)!.join('-') : text.trim();
};
