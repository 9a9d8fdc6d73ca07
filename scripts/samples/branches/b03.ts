import { letter, praised, story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B03: SampleBranch = {
	branch: 'B03',
	name: '高新',
	region: '西区',
	people: ['张晓明', '赵丽华'],
	months: [
		story(
			[1, 0, 152],
			[95.2, 1, 98.8, 0],
			[
				[93, 91],
				[92, 90, 91]
			],
			letter
		),
		story(
			[0, 0, 147],
			[99.1, 0, 95.4, 0],
			[
				[92, 94],
				[90, 92, 91]
			]
		),
		story(
			[2, 0, 160],
			[100, 0, 96.9, 0],
			[
				[91, 93],
				[89, 91, 90]
			],
			praised
		)
	]
};
