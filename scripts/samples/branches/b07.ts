import { story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B07: SampleBranch = {
	branch: 'B07',
	name: '老城',
	region: '西区',
	people: ['卫国强', '蒋文静'],
	size: 0.06,
	months: [
		story(
			[1, 0, 5],
			[94.4, 0, 88.9, 0],
			[
				[90, 90],
				[88, 88]
			],
			{ checks: 5 }
		),
		story(
			[0, 1, 4],
			[90.5, 1, 92.3, 0],
			[
				[91, 89],
				[87, 89]
			],
			{ checks: 4 }
		),
		story(
			[1, 0, 0],
			[97.0, 0, 100, 0],
			[
				[90, 92],
				[88, 90]
			],
			{ checks: 5 }
		)
	]
};
