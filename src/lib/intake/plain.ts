/** Marks that nobody sees: zero-width and direction marks, soft hyphens, byte-order marks, controls. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\t\n\v\f\r])\p{Cc}/gu;
const SPACES = /\p{Zs}/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_WORDS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
const FULL_TO_HALF = 0xfee0;

/** A joiner between two pictures is part of the one that they make. */
const PICTURES = /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*$/u;
const seenMark = (mark: string, at: number, text: string): string => {
	if (mark === '\ufe0f') return PICTURES.test(text.slice(0, at)) ? mark : '';
	if (mark !== '\u200d') return '';
	const next = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
	return PICTURES.test(text.slice(0, at)) && PICTURES.test(next) ? mark : '';
};

const halve = (c: string): string => String.fromCharCode(c.charCodeAt(0) - FULL_TO_HALF);

/** Full-width digits, letters and signs as their usual forms; nothing else is changed. */
export const halfWidth = (text: string): string => text.replace(FULL_WIDTH, halve);

/** A cell without what makes no difference to a person: invisible marks, odd spaces, Excel's `'` and `="…"`, full width; in `prose` Chinese punctuation stays. */
export function plain(text: string, prose = false): string {
	const seen = text.replace(INVISIBLE, seenMark).replace(SPACES, ' ');
	const half = prose ? seen.replace(FULL_WIDTH_WORDS, halve) : halfWidth(seen);
	return unwrapped(half.trim());
}

function unwrapped(text: string): string {
	if (text.length >= 3 && text.startsWith('="') && text.endsWith('"'))
		return unwrapped(text.slice(2, -1).replaceAll('""', '"').trim());
	// a word in quotes keeps them
	if (text.startsWith("'") && !(text.length > 1 && text.endsWith("'"))) return text.slice(1).trim();
	return text;
}

/** Whether a cell's UTF-8 bytes hold anything that `plain` would change, apart from spaces around it; told without making text of them. */
export function isDecorated(bytes: Uint8Array, start: number, end: number, prose: boolean): boolean {
	const first = bytes[start]!;
	if (first === 39 || (first === 61 && bytes[start + 1] === 34)) return true;
	for (let i = start; i < end; i++) {
		const c = bytes[i]!;
		if (c < 0x80) {
			if (c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 11 && c !== 12) return true;
			if (c === 127) return true;
		} else if (c >= 0xe4 && c <= 0xee) i += 2;
		else if (c >= 0xc2 && isMark(bytes, i, prose)) return true;
	}
	return false;
}

/** Whether a cell's first byte may begin a mark that nobody sees, or what Excel wraps a cell in. */
export const beginsOddly = (c: number): boolean =>
	c === 39 || c === 61 || c < 32 || c === 127 || (c >= 0xc2 && (c < 0xe4 || c > 0xee));

/** Whether the character that begins at `at` is an invisible mark, an odd space or full width. */
function isMark(bytes: Uint8Array, at: number, prose: boolean): boolean {
	const [a, b, c] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
	if (a === 0xc2) return b <= 0xa0 || b === 0xad;
	if (a < 0xe0) return a === 0xcd || (a >= 0xd8 && a <= 0xdc);
	if (a === 0xe0) return false;
	if (a === 0xe1) return true;
	if (a === 0xe2) return (b === 0x80 && (c <= 0x8f || c >= 0xa8)) || (b === 0x81 && c >= 0x9f);
	if (a === 0xe3) return (b === 0x80 && c === 0x80) || (b === 0x85 && c === 0xa4);
	if (a !== 0xef) return a === 0xf0 || a === 0xf3;
	if (b === 0xbc) return !prose || (c >= 0x90 && c <= 0x99) || (c >= 0xa1 && c <= 0xba);
	if (b === 0xbd) return c <= 0x9e && (!prose || (c >= 0x81 && c <= 0x9a));
	return b === 0xb8 || b === 0xbb || b === 0xbe || b === 0xbf;
}
