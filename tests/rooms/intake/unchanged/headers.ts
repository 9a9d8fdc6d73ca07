import { DATASETS, type Column, type Dataset } from '../../../../src/lib/intake/dataset';
import type { Chance } from './chance';

/** What stands in brackets beside a name, or right behind it. */
export const NOTES = [
	...['元', '万元', '千元', '角', '分钱', '亿', '¥', '人民币', 'RMB', '美元', '百元'],
	...['秒', '分钟', '小时', '毫秒', 'ms', 'min', 'h', '时', '天', '日', '工日', 'days', 'd'],
	...['分', '分数', '%', '百分比', '‰', '次', '件', '人次', '千', '万', '万次', '户'],
	...[
		'5分制',
		'10分制',
		'百分制',
		'五分制',
		'十分制',
		'满分10',
		'满分100分',
		'0-10',
		'0~5',
		'1-5',
		'≤10',
		'<=100',
		'总分:50分'
	],
	...[
		'最高5星',
		'1.0-5.0',
		'0',
		'1001',
		'1000',
		'10分满分',
		'上限为10',
		'5星',
		'3级制',
		'10分制,必填',
		'采用五分制',
		'一百'
	],
	...[
		'UTC',
		'GMT+8',
		'UTC+0530',
		'utc-3',
		'+08:00',
		'北京时间',
		'世界时',
		'东八区',
		'Z',
		'UTC+123',
		'当地时间',
		'本地'
	],
	...[
		'必填',
		'选填',
		'整数',
		'含税',
		'不含税',
		'保留两位',
		'最多50字',
		'精确到分',
		'0-100',
		'1.5',
		'100分',
		'2:是',
		'number',
		'实际',
		'计划'
	],
	...[
		'0:否 1:是',
		'1=满意,2=不满意',
		'1-合格、0-不合格',
		'0:未回访;1:已回访',
		'1.好 2.差',
		'甲',
		'单位不详',
		'YYYY-MM',
		'可空',
		'本月',
		'合计'
	]
];

const BEFORE = [
	'计划',
	'实际',
	'应',
	'预计',
	'承诺',
	'实',
	'应急',
	'实验',
	'plan ',
	'Actual',
	'目标',
	'客户期望',
	'1-',
	'01、',
	'SLA',
	'拟'
];
const BEHIND = ['*', ' *', ':', '：', ' ', '元', '万元', '/分钟', '_秒', '-小时', '天', '%', '时间', '1'];
const WRAPS: [string, string][] = [
	['(', ')'],
	['（', '）'],
	['[', ']'],
	['【', '】'],
	['〔', '〕'],
	['{', '}'],
	['<', '>'],
	['(', '']
];
const OTHERS = [
	'序号',
	'联系电话',
	'身份证号',
	'客户地址',
	'邮箱',
	'更新人',
	'',
	' ',
	'扩展字段1',
	'手机号码',
	'业主姓名',
	'房号',
	'满意度',
	'月份',
	'分部'
];

/** A header that says a name in one of the ways in which exports do. */
export function said(chance: Chance, name: string): string {
	let text = name;
	if (chance.often(0.1)) text = chance.of(BEFORE) + text;
	if (chance.often(0.1)) text += chance.of(BEHIND);
	if (chance.often(0.2)) {
		const [open, shut] = chance.of(WRAPS);
		text += open + chance.of(NOTES) + shut;
	}
	if (chance.often(0.05)) text = [...text].join(chance.of([' ', '\u200b', '']));
	if (chance.often(0.03)) text = text.toUpperCase();
	return text;
}

/** A header, and the column that it stands for. */
interface Said {
	column: Column | null;
	header: string;
}

/** A data set's columns as a file has them: most of what it requires, some of the rest, with the header that each goes by. */
export function header(chance: Chance, dataset: Dataset): Said[] {
	const columns = dataset.columns.filter((c) => chance.often(c.required ? 0.97 : 0.5));
	const named: Said[] = columns.map((column) => ({
		column: column,
		header: said(chance, chance.of(chance.often(0.5) ? column.headers : column.headers.slice(0, 3)))
	}));
	if (chance.often(0.15)) {
		const twice = chance.of(columns);
		named.push({ column: twice, header: said(chance, chance.of(twice.headers)) });
	}
	if (chance.often(0.25)) named.push({ column: null, header: chance.of(OTHERS) });
	if (chance.often(0.1))
		named.push({ column: null, header: chance.of(chance.of(DATASETS).columns).headers.at(-1)! });
	return chance.often(0.4) ? chance.shuffled(named) : named;
}
