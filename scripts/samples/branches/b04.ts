import { letter, story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B04: SampleBranch = {
	branch: 'B04',
	name: '东湖',
	region: '东区',
	people: ['孙浩然', '周雅琴'],
	months: [
		story(
			[2, 0, 98],
			[93.5, 0, 93.2, 0],
			[
				[90, 88],
				[86, 88, 87]
			]
		),
		story(
			[1, 1, 104],
			[95.9, 1, 94.1, 0],
			[
				[91, 89],
				[88, 86, 87]
			]
		),
		story(
			[2, 0, 111],
			[96.6, 1, 95.7, 0],
			[
				[90, 90],
				[87, 88, 89]
			],
			letter
		)
	]
};
