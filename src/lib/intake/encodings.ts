/** Encodings that a user can choose for a text file. */
export const TEXT_ENCODINGS = [
	'utf-8',
	'gb18030',
	'big5',
	'shift_jis',
	'euc-kr',
	'utf-16le',
	'utf-16be'
] as const;
