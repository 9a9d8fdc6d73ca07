import { thousandths } from './ranges';
import type { Policy } from './schema';

export type Grade = Policy['grades'][number];

/** The band that a total (a decimal text) falls in: the one with the highest start at or below it; null where grades are off or none reaches so low. */
export function gradeOf(policy: Policy, total: string | null): Grade | null {
	if (total === null) return null;
	const reached = policy.grades.filter((grade) => millionths(total) >= thousandths(grade.from) * 1000);
	return reached.reduce<Grade | null>(
		(best, grade) => (best && thousandths(best.from) >= thousandths(grade.from) ? best : grade),
		null
	);
}

const millionths = (decimal: string): number => {
	const [whole, fraction = ''] = decimal.split('.');
	return Number(`${whole!}${fraction.padEnd(6, '0')}`);
};
