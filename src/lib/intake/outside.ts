import { isEmptyCell } from './cell';
import { recognise } from './recognise';
import { plain } from './plain';
import { cellText, cellTexts, type RawRecord } from './scan';

const SUM = '(?:本页|本月|全部|总)?(?:合计|小计|总计|总数|共计|累计)';
const COUNTED = '共[\\d,]+[笔条项单件个户行人]';
const TOTAL = new RegExp(`^${SUM}|^${COUNTED}|(?:小计|合计)$|^(?:sub|grand)?total\\b`, 'i');
const LABEL =
	/^(?:制表|制单|填表|填报|填制|审核|审批|审定|复核|核对|批准|经办|负责|主管|部门|单位|编制|报送|报告|统计|打印|导出|生成|日期|签字|签名|签章|盖章|备注|说明|附注|注|提示|prepared|checked|approved|reviewed|printed|exported|date|note|remark|signature)[^:：]{0,8}[:：]|^(?:备注|说明|附注|注)\d*$|^(?:以上|以下空白|数据来源|统计口径|本表)|^(?:第\d+页|共\d+页|page\d+)/i;
/** Whether a cell begins with a word; no text is made of ids and numbers. */
const beginsWord = ({ bytes }: RawRecord, at: number): boolean =>
	bytes[at]! <= 39 || bytes[at]! >= 0x80 || [0, 1, 2].every((i) => ((bytes[at + i] ?? 0) | 32) >= 97);

/** A total row, a signature line or a note: its first filled cell says so, and something that a record requires is missing; a complete record is never one. */
export function isOutside(record: RawRecord, required: number[]): boolean {
	let first = 0;
	while (first < record.count && isEmptyCell(record, first)) first++;
	if (first >= record.count) return false;
	if (!beginsWord(record, record.starts[first]!)) return false;
	const text = plain(cellText(record, first)).replace(/\s/g, '');
	if (!TOTAL.test(text) && !LABEL.test(text)) return false;
	const others = required.filter((at) => at !== first);
	// a merged cell says the same in each of its places
	const lacks = (at: number): boolean =>
		at >= record.count || isEmptyCell(record, at) || plain(cellText(record, at)).replace(/\s/g, '') === text;
	return others.length === 0 || others.some(lacks);
}

const FORM = /^[([{（【]?(?:必填|选填|非必填|可选|可空|required|optional)项?[)\]}）】]?$/i;

/** Whether a record only says of each column whether it must be filled in, as forms do below the header. */
export function isFormRow(record: RawRecord): boolean {
	const said = cellTexts(record).flatMap((cell) => (plain(cell) === '' ? [] : [plain(cell)]));
	return said.length > 0 && said.every((cell) => FORM.test(cell));
}

/** Whether a record is the header once more, as on a page of its own. */
export const repeatsHeader = (record: RawRecord, header: string[]): boolean =>
	record.count >= header.length && header.every((cell, i) => plain(cellText(record, i)) === plain(cell));

/** Whether a record is the header of another table of a known data set. */
export function beginsTable(record: RawRecord): boolean {
	if (record.count < 2) return false;
	const cells = cellTexts(record);
	const words = cells.filter((cell) => cell.trim() !== '');
	return words.length > 1 && !words.some((cell) => /\d{3}/.test(cell)) && recognise(cells) !== null;
}

/** True where the record has the header's cells (`width` up to its last name); empty cells beyond them are a trailing delimiter. */
export function fits(record: RawRecord, header: string[], width: number): boolean {
	if (record.count < width) return false;
	for (let i = header.length; i < record.count; i++)
		if (record.ends[i]! > record.starts[i]! && plain(cellText(record, i)) !== '') return false;
	return true;
}
