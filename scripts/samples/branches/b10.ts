import { story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B10: SampleBranch = {
	branch: 'B10',
	name: '城东',
	region: '东区',
	people: ['秦明辉', '许晴晴'],
	months: [
		story(
			[5, 3, 124],
			[76.2, 3, 81.4, 1],
			[
				[80, 82],
				[72, 73, 71]
			],
			{ audits: [3] }
		),
		story(
			[4, 2, 131],
			[79.9, 2, 82.3, 1],
			[
				[80, 80],
				[73, 74, 72]
			],
			{ audits: [2, 2] }
		),
		story(
			[16, 3, 128],
			[74.1, 4, 79.2, 2],
			[
				[78, 78],
				[70, 72, 68]
			]
		)
	]
};
