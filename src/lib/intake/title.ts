import type { Given } from './header';
import { plain } from './plain';
import { unitRatio } from './units';

/** What the lines above a header say of the whole table: its month, and the unit of its amounts. */
export interface Title {
	given: Given;
	/** The unit of amounts (单位：万元), or null. */
	amounts: string | null;
	/** The zone of times (时区：UTC+0), or null. */
	zone: string | null;
	/** The full marks of scores (满分10分, 五分制), or null. */
	marks: string | null;
}

const MONTH = /(\d{4})\s*(?:年\s*(\d{1,2})\s*月|[-/.](\d{1,2})(?:月|(?![\d\-/.年号季])))/g;
const DAY = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g;
const MADE =
	/(?:生成|导出|打印|制表|填表|填报|下载|统计|查询|创建)(?:时间|日期)[:：]?[^至~到—]*$|(?:printed|exported|created)/i;
const UNIT =
	/(?:单位|货币)\s*[为是]?\s*[:：(（]?\s*(?:人民币|RMB)?\s*[(（]?\s*(元|千元|万元|百万元|亿元)|[(（](千元|万元|百万元|亿元)[)）]/i;

const ZONE = /时区[:：]?\s*((?:UTC|GMT)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|北京时间)/i;

/** What one line says, found once: every line may be the header, and those above it its title. */
interface Said {
	cells: string[];
	months: string[];
	units: string[];
}
const said = new WeakMap<string[], Said>();

function saidBy(line: string[]): Said {
	const known = said.get(line);
	if (known) return known;
	const cells = [...new Set(line.map((cell) => plain(cell)).filter((cell) => cell !== ''))];
	const units = cells.flatMap((cell) => {
		const found = UNIT.exec(cell);
		const unit = found?.[1] ?? found?.[2];
		return unit !== undefined && unitRatio('amount', unit) !== null ? [unit] : [];
	});
	const own = { cells, months: cells.flatMap(monthsIn), units };
	said.set(line, own);
	return own;
}

/** Reads the lines above a header. */
export function titleOf(lines: string[][]): Title {
	const all = lines.map(saidBy);
	const months = new Set(all.flatMap((line) => line.months));
	const units = new Set(all.flatMap((line) => line.units));
	const text = (): string => all.flatMap((line) => line.cells).join(' ');
	return {
		given: months.size === 1 ? { month: [...months][0]! } : {},
		amounts: units.size === 1 ? [...units][0]! : null,
		// looked for where it is asked for: few lines are a header
		get zone() {
			return ZONE.exec(text())?.[1] ?? null;
		},
		get marks() {
			return marksIn(text());
		}
	};
}

/** The months that a title names: by itself, or as days of a span; when it was made says nothing. */
function monthsIn(cell: string): string[] {
	if (MADE.test(cell)) return [];
	const month = ([, year, number, other]: RegExpMatchArray): string =>
		`${year!}-${(number ?? other)!.padStart(2, '0')}`;
	const found = [...cell.matchAll(DAY)].map(month);
	// one day alone is when something was done; two are a span
	const days = found.length > 1 ? found : [];
	const rest = cell.replace(DAY, ' ');
	return [...days, ...[...rest.matchAll(MONTH)].map(month)].filter((m) => /-(?:0[1-9]|1[0-2])$/.test(m));
}

const MARKS = /(满分|总分)[:：为是]?\s*(\d+|五|十|百)\s*分?|(\d+|五|十|百)\s*分制/;

/** The full marks that a text states (满分10分, 采用五分制), or null. */
export function marksIn(text: string): string | null {
	const found = MARKS.exec(plain(text));
	return found ? `${found[2] ?? found[3]!}分制` : null;
}
