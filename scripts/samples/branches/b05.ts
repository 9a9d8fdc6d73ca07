import { story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B05: SampleBranch = {
	branch: 'B05',
	name: '西湖',
	region: '西区',
	people: ['吴俊杰', '郑晓彤'],
	months: [
		story(
			[0, 2, 133],
			[96.2, 1, 100, 0],
			[
				[88, 90],
				[85, 86, 87]
			]
		),
		story(
			[2, 1, 126],
			[92.4, 0, 94.8, 0],
			[
				[89, 89],
				[86, 86, 86]
			]
		),
		story(
			[1, 1, 121],
			[95.1, 2, 96.1, 1],
			[
				[90, 88],
				[84, 86, 85]
			]
		)
	]
};
