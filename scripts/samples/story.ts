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

export const story = (
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

export const praised = { merits: ['公司表扬'] };
export const letter = { merits: ['表扬信'] };
