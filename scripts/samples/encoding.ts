export type SampleEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le';

let gb: Map<string, number> | null = null;

/** The two-byte characters of GB18030, turned around from what the platform decodes. */
function gbTable(): Map<string, number> {
	if (gb) return gb;
	gb = new Map();
	const decoder = new TextDecoder('gb18030');
	for (let lead = 0x81; lead <= 0xfe; lead++)
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			if (trail === 0x7f) continue;
			const char = decoder.decode(Uint8Array.of(lead, trail));
			if ([...char].length === 1 && char !== '\ufffd' && !gb.has(char)) gb.set(char, (lead << 8) | trail);
		}
	return gb;
}

/** Text as bytes of an encoding; throws for a character that the two-byte part of GB18030 lacks. */
export function encodeText(text: string, encoding: SampleEncoding): Uint8Array {
	if (encoding === 'utf-8') return Buffer.from(text);
	if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`);
	if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
	const table = gbTable();
	const bytes = new Uint8Array(text.length * 2);
	let at = 0;
	for (const char of text) {
		const code = char.codePointAt(0)!;
		if (code < 0x80) {
			bytes[at++] = code;
			continue;
		}
		const pair = table.get(char);
		if (pair === undefined) throw new Error(`no GB18030 pair for "${char}"`);
		bytes[at++] = pair >> 8;
		bytes[at++] = pair & 0xff;
	}
	return bytes.slice(0, at);
}
