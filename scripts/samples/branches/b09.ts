import { story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B09: SampleBranch = {
	branch: 'B09',
	name: '南站',
	region: '西区',
	people: ['杨伟光', '朱慧敏'],
	withoutAttendance: [1],
	months: [
		story(
			[2, 1, 115],
			[90.2, 1, 91.5, 0],
			[
				[88, 88],
				[82, 84, 86]
			]
		),
		story(
			[2, 0, 108],
			[91.7, 0, 92.8, 0],
			[
				[87, 89],
				[83, 85, 84]
			]
		),
		story(
			[1, 0, 112],
			[93.9, 0, 93.6, 0],
			[
				[89, 89],
				[84, 86, 85]
			]
		)
	]
};
