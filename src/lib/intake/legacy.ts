import { analyse } from 'chardet';
import exportsFile from '../../../data/exports.json';
import vocabulary from '../../../data/vocabulary.json';

/** Encodings without a mark that strict UTF-8 isn't. */
export type Legacy = 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr';

/** What a text's bytes are most likely; `sure` is false where only a person can say. */
export interface LegacyFound {
	encoding: Legacy;
	sure: boolean;
}

const NAMES: Record<string, Legacy> = {
	GB18030: 'gb18030',
	Big5: 'big5',
	Shift_JIS: 'shift_jis',
	'EUC-KR': 'euc-kr'
};
const CHINESE = /^[\u4e00-\u9fff]{2,}$/;

/** Names and words of the exports that are known: where one stands, the encoding is the one that shows it. */
const WORDS = [
	...new Set(
		[
			...exportsFile.datasets.flatMap((d) => d.columns.flatMap((c) => c.headers)),
			...Object.values(exportsFile.shared).flat(),
			...Object.values(vocabulary).flatMap((list) => Object.values(list).flat())
		].filter((word) => CHINESE.test(word))
	)
];

const decoded = (bytes: Uint8Array, encoding: Legacy): string => new TextDecoder(encoding).decode(bytes);

/** Whether all bytes are of an encoding; a character cut at the end is no fault. */
function strict(bytes: Uint8Array, encoding: Legacy): boolean {
	try {
		new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/** The share of two-byte characters of which `common` says that they are much used; 1 where there is none. */
function share(
	bytes: Uint8Array,
	common: (lead: number, trail: number) => boolean
): { all: number; share: number } {
	let [all, found] = [0, 0];
	for (let i = 0; i + 1 < bytes.length; i++) {
		if (bytes[i]! < 0x81) continue;
		all++;
		if (common(bytes[i]!, bytes[i + 1]!)) found++;
		i++;
	}
	return { all, share: all === 0 ? 1 : found / all };
}

/** GB 2312's first level, Big5's much-used characters, kana and JIS's first level, and Hangul. */
const common: Record<Legacy, (lead: number, trail: number) => boolean> = {
	gb18030: (lead, trail) =>
		trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3),
	big5: (lead) => lead >= 0xa1 && lead <= 0xc6,
	shift_jis: (lead) => (lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x97),
	'euc-kr': (lead, trail) => trail >= 0xa1 && lead >= 0xa1 && lead <= 0xc8
};
const ENOUGH = 12;

/** Tells GB18030, Big5, Shift-JIS and EUC-KR apart by known words, by how common the characters would be, and by chardet. */
export function tellLegacy(bytes: Uint8Array): LegacyFound | null {
	const possible = (Object.keys(common) as Legacy[]).filter((e) => strict(bytes, e));
	if (possible.length === 0) return null;
	const text = decoded(bytes, 'gb18030');
	if (possible.includes('gb18030') && WORDS.some((word) => text.includes(word)))
		return { encoding: 'gb18030', sure: true };
	const ranked = analyse(bytes)
		.map(({ name }) => NAMES[name])
		.filter((e) => e !== undefined && possible.includes(e));
	const gb = share(bytes, common.gb18030);
	const korean = share(bytes, common['euc-kr']).share > 0.98 && gb.all >= ENOUGH;
	const chinese = possible.includes('gb18030') && gb.share >= 0.75;
	if (chinese && !(korean && possible.includes('euc-kr'))) return { encoding: 'gb18030', sure: true };
	if (chinese || korean) return { encoding: ranked[0] === 'euc-kr' ? 'euc-kr' : 'gb18030', sure: false };
	const best = ranked[0] ?? possible[0]!;
	const fits = share(bytes, common[best]);
	return { encoding: best, sure: best !== 'gb18030' && fits.share >= 0.8 && fits.all >= ENOUGH };
}
