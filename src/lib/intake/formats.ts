import { unzipSync } from 'fflate';

/** What a file is by its bytes; the readable ones first. */
export type Format =
	| 'text'
	| 'html'
	| 'xlsx'
	| 'ole'
	| 'ods'
	| 'archive'
	| 'xlsb'
	| 'numbers'
	| 'document'
	| 'slides'
	| 'image'
	| 'pdf'
	| 'rar'
	| 'gzip'
	| 'old_excel'
	| 'spreadsheetml'
	| 'mhtml'
	| 'sylk'
	| 'rtf'
	| 'parquet'
	| 'zip_damaged';

const begins = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((b, i) => head[i] === b);
const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

/** Tells a file's format by its first bytes, and a package's by what lies in it. */
export function formatOf(head: Uint8Array, whole: () => Promise<Uint8Array>): Format | Promise<Format> {
	if (begins(head, 0x50, 0x4b, 3, 4) || begins(head, 0x50, 0x4b, 5, 6)) return whole().then(packageFormat);
	if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
	if (begins(head, 0xff, 0xd8, 0xff) || begins(head, 0x89, 0x50, 0x4e, 0x47)) return 'image';
	if (begins(head, ...ascii('GIF8')) || (begins(head, ...ascii('RIFF')) && head[8] === 0x57)) return 'image';
	if (begins(head, ...ascii('BM')) && head[6] === 0 && head[7] === 0) return 'image';
	if (head[4] === 0x66 && head[5] === 0x74 && head[6] === 0x79 && head[7] === 0x70) return 'image';
	if (begins(head, ...ascii('%PDF'))) return 'pdf';
	if (begins(head, 0x1f, 0x8b)) return 'gzip';
	if (begins(head, ...ascii('Rar!')) || begins(head, 0x37, 0x7a, 0xbc, 0xaf)) return 'rar';
	if (begins(head, ...ascii('PAR1'))) return 'parquet';
	// BIFF2 to BIFF5 without a container
	if (begins(head, 9) && [0, 2, 4, 8].includes(head[1]!) && head[3] === 0 && head[2]! <= 8)
		return 'old_excel';
	return textFormat(head);
}

/** What a text begins as. */
function textFormat(head: Uint8Array): Format {
	const wide = begins(head, 0xff, 0xfe) ? 'utf-16le' : begins(head, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
	const text = new TextDecoder(wide).decode(head).trimStart();
	if (/^ID;P/.test(text)) return 'sylk';
	if (/^MIME-Version:/i.test(text) || /^From:.*\r?\n(?:.*\r?\n)*?MIME-Version:/i.test(text)) return 'mhtml';
	if (/^\{\\rtf/.test(text)) return 'rtf';
	if (
		/^(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:ss:)?Workbook\b/is.test(text)
	)
		return 'spreadsheetml';
	if (
		/^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|table|meta|head|body|style|div|center|font|span|form)\b/is.test(
			text
		)
	)
		return 'html';
	return 'text';
}

const MOST_NAMES = 10_000;

/** What a zip package is, by the names in it. */
function packageFormat(bytes: Uint8Array): Format {
	const names: string[] = [];
	try {
		unzipSync(bytes, { filter: ({ name }) => (names.length < MOST_NAMES && names.push(name), false) });
	} catch {
		return 'zip_damaged';
	}
	const has = (name: RegExp): boolean => names.some((n) => name.test(n));
	if (has(/^xl\/workbook\.bin$/i)) return 'xlsb';
	if (has(/^xl\/workbook\.xml$/i)) return 'xlsx';
	if (has(/^word\/document\.xml$/i)) return 'document';
	if (has(/^ppt\/presentation\.xml$/i)) return 'slides';
	if (has(/^Index(?:\.zip|\/.*\.iwa)$/i)) return 'numbers';
	if (has(/^mimetype$/) && has(/^content\.xml$/)) return openDocument(bytes);
	if (has(/^\[Content_Types\]\.xml$/)) return has(/^xl\//i) ? 'xlsx' : 'document';
	return names.length === 0 ? 'zip_damaged' : 'archive';
}

/** An OpenDocument package says in its entry `mimetype` which it is. */
function openDocument(bytes: Uint8Array): Format {
	const { mimetype } = unzipSync(bytes, { filter: ({ name }) => name === 'mimetype' });
	return new TextDecoder().decode(mimetype).includes('spreadsheet') ? 'ods' : 'document';
}
