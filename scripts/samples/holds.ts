import { csv, type SampleFile } from './common';

const REASONS = ['等待客户', '待料', '待审批', '等待客户', '天气'];
/** One in so many tickets that took a day or more was held. */
const EVERY = 6;

/** Holds of tickets of the sample that took a day or more, and of some that are open still: from two hours after they came in until an hour before they were done. */
export function holdFile(tickets: SampleFile): SampleFile {
	const [, header = '', ...lines] = tickets.text.trimEnd().split(/\r?\n/);
	const place = (name: string): number => header.split(',').indexOf(name);
	const [id, kind, received, done] = ['工单编号', '工单类型', '受理时间', '完成时间'].map(place) as [
		number,
		number,
		number,
		number
	];
	const held = lines
		.map((line) => line.split(','))
		.filter((row) => row[kind] === '报修' && row[done]!.slice(0, 10) !== row[received]!.slice(0, 10))
		.filter((_, i) => i % EVERY === 0);
	return {
		name: '挂起记录_2026Q3.csv',
		encoding: 'utf-8',
		text: csv([
			['工单编号', '挂起时间', '恢复时间', '挂起原因'],
			...held.map((row, i) => [
				row[id]!,
				later(row[received]!, 2),
				row[done] === '' ? '' : later(row[done]!, -1),
				REASONS[i % REASONS.length]!
			])
		])
	};
}

/** The moment so many hours later, `YYYY-MM-DD HH:MM:SS`. */
const later = (at: string, hours: number): string =>
	new Date(Date.parse(`${at.replace(' ', 'T')}Z`) + hours * 3_600_000)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');
