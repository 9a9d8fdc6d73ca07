import { type Random } from './random';
import { feeHome } from './part-rows';
import { MONTHS, type SampleFile, pad, moment, csv, each } from './common';

export function feeFile(draw: Random): SampleFile {
	const rows = each(MONTHS, (b, _story, month) =>
		Array.from({ length: Math.round(120 * (b.size ?? 1)) }, (_, i) => {
			const due = (180 + draw.below(40000) / 100).toFixed(2);
			const paid = draw.below(100) < 86;
			return [
				'',
				b.branch,
				feeHome(i),
				'物业费',
				month,
				due,
				paid ? due : '0',
				paid ? moment(draw, month).slice(0, 16) : '',
				paid ? '已缴' : '未缴',
				paid ? '' : ['未装修', '未领钥匙', '入住'][draw.below(3)]!
			];
		})
	);
	rows.forEach((row, i) => (row[0] = `FY${pad(i + 1, 7)}`));
	const header = [
		'费用编号',
		'分部',
		'房号',
		'费用项',
		'费用月份',
		'应收金额',
		'实收金额',
		'缴费时间',
		'费用状态',
		'欠费原因'
	];
	return {
		name: '收费_2026Q3.csv',
		encoding: 'utf-8',
		text: csv([header, ...rows, [`共${String(rows.length)}笔`, ...Array<string>(9).fill('')]])
	};
}
