import { letter, praised, story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B02: SampleBranch = {
	branch: 'B02',
	name: '湖畔',
	region: '东区',
	people: ['陈雨桐', '刘子墨'],
	months: [
		story(
			[1, 0, 117],
			[96.4, 1, 97.1, 0],
			[
				[92, 92],
				[90, 91, 92]
			],
			letter
		),
		story(
			[0, 0, 122],
			[97.8, 0, 96.3, 0],
			[
				[93, 93],
				[91, 91, 91]
			]
		),
		story(
			[2, 0, 109],
			[100, 0, 95.6, 0],
			[
				[92, 92],
				[90, 90, 90]
			],
			praised
		)
	]
};
