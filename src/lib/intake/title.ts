import type { Given } from './header';
import { plain } from './plain';
import { unitRatio } from './units';

/** What the lines above a header say of the whole table: its month, and the unit of its amounts. */
export interface Title {
	given: Given;
	/** The unit of amounts (单位：万元), or null. */
	amounts: string | null;
}

const MONTH = /(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*月|(?![\d\-/.年]))/g;
const DAY = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g;
const MADE =
	/(?:生成|导出|打印|制表|填表|填报|下载|统计|查询|创建)(?:时间|日期)[:：]?[^至~到—]*$|(?:printed|exported|created)/i;
const UNIT = /(?:金额)?单位[:：]?\s*(?:人民币)?\s*([^\s:：,，;；)）]+)/;

/** Reads the lines above a header. */
export function titleOf(lines: string[][]): Title {
	const cells = lines.flatMap((line) => [
		...new Set(line.map((cell) => plain(cell)).filter((cell) => cell !== ''))
	]);
	const months = new Set(cells.flatMap(monthsIn));
	const units = cells.flatMap((cell) => {
		const said = UNIT.exec(cell)?.[1];
		return said !== undefined && unitRatio('amount', said) !== null ? [said] : [];
	});
	return {
		given: months.size === 1 ? { month: [...months][0]! } : {},
		amounts: new Set(units).size === 1 ? units[0]! : null
	};
}

/** The months that a title names: by itself, or as days of a span; when it was made says nothing. */
function monthsIn(cell: string): string[] {
	if (MADE.test(cell)) return [];
	const month = ([, year, number]: RegExpMatchArray): string => `${year!}-${number!.padStart(2, '0')}`;
	const days = [...cell.matchAll(DAY)].map(month);
	const rest = cell.replace(DAY, ' ');
	return [...days, ...[...rest.matchAll(MONTH)].map(month)].filter((m) => /-(?:0[1-9]|1[0-2])$/.test(m));
}
