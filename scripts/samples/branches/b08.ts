import { story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B08: SampleBranch = {
	branch: 'B08',
	name: '新港',
	region: '西区',
	people: ['沈志远', '韩雪梅'],
	months: [
		story(
			[3, 2, 119],
			[86.3, 2, 85.4, 0],
			[
				[85, 87],
				[80, 82, 81]
			]
		),
		story(
			[4, 2, 127],
			[82.1, 2, 83.7, 1],
			[
				[84, 86],
				[79, 81, 80]
			]
		),
		story(
			[3, 1, 130],
			[88.8, 1, 86.2, 0],
			[
				[86, 86],
				[82, 83, 84]
			]
		)
	]
};
