import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { random } from '../samples/random';

const two = (n: number): string => String(n).padStart(2, '0');
const CHUNK = 20_000;

/** Writes a file of callbacks as a system would export them, about 90 bytes a row, spread over months from `first` (of 2026, from 1) on. */
export async function callbacksFile(path: string, rows: number, first = 7, months = 3): Promise<string> {
	const draw = random(first);
	const pick = (list: string[]): string => list[draw.below(list.length)]!;
	const out = createWriteStream(path);
	let lines = ['callback,branch,person,customer,class,called_at,channel,result,satisfaction,note'];
	for (let i = 0; i < rows; i++) {
		const branch = `B${two(draw.below(50))}`;
		const at = `${monthAt(first - 1 + draw.below(months))}-${two(1 + draw.below(28))} ${two(8 + draw.below(10))}:${two(draw.below(60))}:${two(draw.below(60))}`;
		lines.push(
			`HF${two(first)}${String(i).padStart(8, '0')},${branch},${branch}-0${String(draw.below(8))},客户${String(draw.below(10000))},${pick(['product', 'hotline', 'other'])},${at},电话,${pick(['reached', 'reached', 'not_reached'])},${pick(['4', '5', '3', '', ''])},${pick(['', '', '"电梯,维修"', '请下周再联系并说明处理结果'])}`
		);
		if (lines.length < CHUNK) continue;
		if (!out.write(lines.join('\n') + '\n')) await once(out, 'drain');
		lines = [];
	}
	out.end(lines.length > 0 ? lines.join('\n') + '\n' : '');
	await once(out, 'finish');
	return path;
}

/** The month that is so many after January 2026. */
const monthAt = (n: number): string => `${String(2026 + Math.floor(n / 12))}-${two((n % 12) + 1)}`;

/** Files of a large chain: attendance, callbacks, complaints and checks of every branch and month. */
export function chainFiles(folder: string, branches: number, months: number): string[] {
	const draw = random(2);
	const rows: Record<string, string[]> = {
		attendance: ['month,branch,person,due_days,attended_days'],
		callbacks: ['callback,branch,person,called_at,result,satisfaction'],
		tickets: ['ticket,branch,kind,received_at,resolved_at'],
		spot_checks: ['check,branch,checked_at,subject,passed']
	};
	for (let b = 0; b < branches; b++)
		for (let m = 12 - months; m < 12; m++) {
			const branch = `B${String(b).padStart(3, '0')}`;
			const month = monthAt(m);
			const id = `${branch}-${month.slice(2)}`;
			rows['attendance']!.push(`${month},${branch},${branch}-1,0.1,0.1`);
			for (let i = 0; i < 20; i++)
				rows['callbacks']!.push(
					`H${id}-${String(i)},${branch},${branch}-1,${month}-05 10:00:00,reached,${String(3 + draw.below(3))}`
				);
			for (let i = 0; i < 4; i++)
				rows['tickets']!.push(
					`T${id}-${String(i)},${branch},complaint,${month}-05 10:00:00,${draw.below(9) === 0 ? '' : `${month}-06 10:00:00`}`
				);
			for (let i = 0; i < 4; i++)
				rows['spot_checks']!.push(
					`K${id}-${String(i)},${branch},${month}-0${String(1 + i * 2)},service_skill,${draw.below(4) === 0 ? 'no' : 'yes'}`
				);
		}
	return Object.entries(rows).map(([name, lines]) => {
		const path = join(folder, `${name}.csv`);
		writeFileSync(path, lines.join('\n') + '\n');
		return path;
	});
}
