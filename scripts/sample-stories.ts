/** What happened in one branch in one month of the sample; the generator makes rows that say so. */
export interface Story {
	checks: number;
	failed: number;
	complaints: number;
	unresolved: number;
	/** Callbacks reached, in per cent of the quota. */
	completion: number;
	falseCallbacks: number;
	/** Satisfied answers, in per cent of the rated ones. */
	satisfied: number;
	untrue: number;
	audits: number[];
	merits: string[];
	self: number[];
	group: number[];
}

export interface SampleBranch {
	branch: string;
	name: string;
	region: string;
	people: [name: string, name: string];
	/** July, August, September. */
	months: [Story, Story, Story];
	/** Months (0-2) whose attendance was never exported. */
	withoutAttendance?: number[];
	/** The fraction of the usual workload. */
	size?: number;
}

const story = (
	[failed, unresolved, complaints]: [number, number, number],
	[completion, falseCallbacks, satisfied, untrue]: [number, number, number, number],
	[self, group]: [number[], number[]],
	extra: Partial<Story> = {}
): Story => ({
	checks: 26,
	failed,
	complaints,
	unresolved,
	completion,
	falseCallbacks,
	satisfied,
	untrue,
	audits: [],
	merits: [],
	self,
	group,
	...extra
});

const praised = { merits: ['公司表扬'] };
const letter = { merits: ['表扬信'] };

/** Ten branches: a leader, a tie for second place, one that falls into the last three, one without attendance in August, one with tiny numbers. */
export const BRANCHES: SampleBranch[] = [
	{
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
	},
	{
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
	},
	{
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
	},
	{
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
	},
	{
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
	},
	{
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
	},
	{
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
	},
	{
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
	},
	{
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
	},
	{
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
	}
];
