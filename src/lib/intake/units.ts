import { plain } from './plain';
import type { Column } from './dataset';

/** What a number counts; each family's units with what one of them is in the base unit, as numerator and denominator. */
export type Family = 'amount' | 'duration' | 'days' | 'points' | 'score' | 'percent' | 'count' | 'any';

/** What one unit is in another, as numerator and denominator. */
export type Ratio = readonly [bigint, bigint];
const times = (n: number): Ratio => [BigInt(n), 1n];

const AMOUNT: Record<string, Ratio> = {
	元: times(1),
	人民币: times(1),
	人民币元: times(1),
	rmb: times(1),
	cny: times(1),
	yuan: times(1),
	'¥': times(1),
	'￥': times(1),
	角: [1n, 10n],
	分钱: [1n, 100n],
	百元: times(100),
	千元: times(1000),
	万: times(10_000),
	万元: times(10_000),
	十万元: times(100_000),
	百万元: times(1_000_000),
	百万: times(1_000_000),
	千万元: times(10_000_000),
	亿: times(100_000_000),
	亿元: times(100_000_000)
};
const DURATION: Record<string, Ratio> = {
	秒: times(1),
	秒钟: times(1),
	s: times(1),
	sec: times(1),
	second: times(1),
	seconds: times(1),
	毫秒: [1n, 1000n],
	ms: [1n, 1000n],
	分: times(60),
	分钟: times(60),
	min: times(60),
	mins: times(60),
	minute: times(60),
	minutes: times(60),
	小时: times(3600),
	时: times(3600),
	h: times(3600),
	hour: times(3600),
	hours: times(3600),
	天: times(86_400)
};
const DAYS: Record<string, Ratio> = {
	天: times(1),
	日: times(1),
	工日: times(1),
	d: times(1),
	day: times(1),
	days: times(1)
};
const POINTS: Record<string, Ratio> = { 分: times(1), 分数: times(1) };
const SCORE: Record<string, Ratio> = { ...POINTS, '%': times(1) };
const PERCENT: Record<string, Ratio> = { '%': times(1), 百分比: times(1), '‰': [1n, 10n] };
const COUNT: Record<string, Ratio> = {
	...Object.fromEntries([...'次条个件户人台份项笔场页封'].map((unit) => [unit, times(1)])),
	人次: times(1),
	千: times(1000),
	万: times(10_000),
	万次: times(10_000),
	万件: times(10_000),
	万条: times(10_000)
};
const FAMILIES: Record<Family, Record<string, Ratio>> = {
	amount: AMOUNT,
	duration: DURATION,
	days: DAYS,
	points: POINTS,
	score: SCORE,
	percent: PERCENT,
	count: COUNT,
	// what is only compared with its like stays in its own unit
	any: {
		...Object.fromEntries(Object.keys(DURATION).map((unit) => [unit, times(1)])),
		...COUNT,
		...AMOUNT,
		...PERCENT
	}
};

/** Units that stand behind a number of any kind: those that mean the same beside whatever they stand. */
const BEHIND: Record<Family, Record<string, Ratio>> = {
	...FAMILIES,
	any: { ...COUNT, ...AMOUNT, ...PERCENT }
};

/** What a unit is in the family's base unit (yuan, seconds, days, points, percent, pieces), or null where the family lacks it. */
export function unitRatio(family: Family, unit: string): Ratio | null {
	const said = plain(unit).toLowerCase();
	const full = family === 'score' ? fullMarks(said) : null;
	return full === null ? (FAMILIES[family][said] ?? null) : [100n, BigInt(full)];
}

const NUMERALS: Record<string, number> = { 五: 5, 十: 10, 百: 100, 一百: 100 };
const FULL =
	/^(?:采用|满分|总分|最高|最多|至多|上限|不超过|<=|≤|0?[-~～至到]|[01](?:\.0)?分?[-~～至到])?[:：为是]?(\d+|五|十|百|一百)(?:分制|分|分满分|星|星制|级|级制)?(?:[,，;；].*)?$/;

/** The full marks that a note states (满分10, 0-10, 五分制, ≤10), or null. */
export function fullMarks(note: string): number | null {
	const said = FULL.exec(plain(note).replace(/\s/g, ''))?.[1];
	if (said === undefined) return null;
	const full = NUMERALS[said] ?? Number(said);
	return full > 0 && full <= 1000 ? full : null;
}

/** The family's units, longest first, for those that stand behind a number or a name. */
const SUFFIXES = new Map(
	(Object.keys(BEHIND) as Family[]).map((family) => [
		family,
		Object.keys(BEHIND[family]).sort((a, b) => b.length - a.length)
	])
);

/** A number's text and the unit behind it, where it is one of the family's. */
export function splitUnit(text: string, family: Family): { number: string; ratio: Ratio } | null {
	const unit = SUFFIXES.get(family)!.find((u) => text.toLowerCase().endsWith(u));
	if (unit === undefined) return null;
	const number = text.slice(0, -unit.length).trim();
	return number === '' ? null : { number, ratio: BEHIND[family][unit]! };
}

/** Points of a satisfaction scale that a header or a user names (5分制, 1~10, 总分10分, 百分制), or null. */
export function scalePoints(note: string): 5 | 10 | 100 | null {
	const full = fullMarks(note);
	return full === 5 || full === 10 || full === 100 ? full : null;
}

const MINUTES: Record<string, number> = {
	utc: 0,
	gmt: 0,
	z: 0,
	北京时间: 480,
	中国时间: 480,
	东八区: 480,
	世界时: 0,
	格林尼治时间: 0
};

/** Minutes east of UTC that a header says its times are in (UTC, GMT+8, 北京时间), or null. */
export function noteOffset(note: string): number | null {
	const said = plain(note).toLowerCase();
	const known = MINUTES[said];
	if (known !== undefined) return known;
	const parts = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(said);
	if (!parts) return null;
	return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3] ?? 0));
}

/** Notes beside a number's name that say nothing of its unit. */
const NO_UNIT =
	/^(?:必填|选填|可选|非必填|数字|整数|小数|数值|含税|不含税|实际|实|本期|本月|当月|合计|汇总|保留.*|最多.*|精确到.*|number|required|optional|[\d.,\-~～至到<>=≤≥%\s]+(?:分)?|\d+[:：].*)$/i;

/** What the notes beside a header say of a column: its unit, null for none, or that a note isn't understood. */
export function unitOf(
	{ type, family }: Column,
	notes: string[]
): { unit: string | null; unknown: string | null } {
	const none = { unit: null, unknown: null };
	if (type === 'satisfaction') {
		const note = notes.find((n) => scalePoints(n) !== null);
		const strange = notes.find((n) => /[分星级]制?|\d/.test(n) && scalePoints(n) === null);
		return { unit: note ?? null, unknown: strange ?? null };
	}
	if (type === 'time') return { unit: notes.find((n) => noteOffset(n) !== null) ?? null, unknown: null };
	if (type !== 'number') return none;
	const said = notes.filter((n) => unitRatio(family ?? 'any', n) !== null);
	// digits beside a score say how high it goes
	const quiet = family === 'score' ? /^(?:必填|选填|可选|数字|整数|小数)$/ : NO_UNIT;
	const strange = notes.find((n) => !said.includes(n) && !quiet.test(plain(n)));
	return { unit: said[0] ?? null, unknown: new Set(said).size > 1 ? said.join('/') : (strange ?? null) };
}

/** Units that may stand behind a name without brackets, as in 金额万元 or 时长/分钟. */
const BARE_SUFFIX = /^(.{2,}?)[\s_/\-—,，]*(元|千元|万元|百万元|亿元|秒|分钟|小时|天|%)$/;

/** A name and the unit that is written right behind it. */
export function bareSuffix(name: string): { name: string; unit: string } | null {
	const parts = BARE_SUFFIX.exec(name);
	return parts ? { name: parts[1]!, unit: parts[2]! } : null;
}

/** The units that a user can state for a column, most used first; none where its type takes none. */
export function unitsFor({ type, family }: Column): string[] {
	if (type === 'satisfaction') return ['5分制', '10分制', '百分制'];
	if (type === 'time') return ['北京时间', 'UTC'];
	return type === 'number' ? CHOICES[family ?? 'any'] : [];
}

const CHOICES: Record<Family, string[]> = {
	amount: ['元', '千元', '万元', '百万元', '亿元'],
	duration: ['秒', '分钟', '小时'],
	days: ['天'],
	points: ['分'],
	score: ['百分制', '10分制', '5分制'],
	percent: ['%'],
	count: ['个', '千', '万'],
	any: ['元', '千元', '万元', '个', '次', '%']
};
