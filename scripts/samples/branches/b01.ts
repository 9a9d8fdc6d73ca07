import { letter, praised, story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B01: SampleBranch = {
	branch: 'B01',
	name: '开发区',
	region: '东区',
	people: ['王思远', '李静怡'],
	months: [
		story(
			[0, 0, 128],
			[100, 0, 100, 0],
			[
				[95, 94],
				[92, 95, 96]
			],
			praised
		),
		story(
			[1, 0, 141],
			[100, 0, 97.2, 0],
			[
				[96, 95],
				[94, 93, 95]
			],
			letter
		),
		story(
			[0, 1, 260],
			[100, 1, 98.4, 0],
			[
				[94, 96],
				[95, 92, 94]
			],
			praised
		)
	]
};
