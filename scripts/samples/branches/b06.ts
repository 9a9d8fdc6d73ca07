import { letter, story, type SampleBranch } from '../story';

/** The quarter of a branch. */
export const B06: SampleBranch = {
	branch: 'B06',
	name: '滨江',
	region: '东区',
	people: ['冯嘉豪', '褚梦瑶'],
	months: [
		story(
			[1, 0, 138],
			[97.3, 0, 96.6, 0],
			[
				[91, 92],
				[89, 90, 88]
			],
			letter
		),
		story(
			[4, 2, 144],
			[84.7, 3, 88.2, 1],
			[
				[86, 84],
				[80, 82, 78]
			]
		),
		story(
			[6, 4, 139],
			[71.9, 3, 77.3, 1],
			[
				[80, 82],
				[72, 70, 74]
			],
			{ audits: [4], merits: ['部门批评'] }
		)
	]
};
