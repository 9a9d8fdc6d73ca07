import { B01 } from './branches/b01';
import { B02 } from './branches/b02';
import { B03 } from './branches/b03';
import { B04 } from './branches/b04';
import { B05 } from './branches/b05';
import { B06 } from './branches/b06';
import { B07 } from './branches/b07';
import { B08 } from './branches/b08';
import { B09 } from './branches/b09';
import { B10 } from './branches/b10';
import type { SampleBranch } from './story';

/** Ten branches: a leader, a tie for second place, one that falls into the last three, one without attendance in August, one with tiny numbers. */
export const BRANCHES: SampleBranch[] = [B01, B02, B03, B04, B05, B06, B07, B08, B09, B10];

/** A branch that went into another before the quarter. */
export const MERGED = { branch: 'B11', name: '望江', region: '西区', closed: '2026-06-30', into: 'B03' };

/** What happened in the quarter, pinned to its months by whoever brought the files. */
export const NOTED = [
	{
		...{ month: '2026-08', unitKind: 'branch', unit: 'B06', branch: 'B06', line: 'callback_completion' },
		text: '呼叫系统 8 月 11 日至 15 日停机，回访顺延'
	},
	{ month: '2026-07', unitKind: null, unit: null, line: null, text: '7 月起工单由新系统导出' }
];

/** Who came at the quarter's beginning. */
export const NEWCOMER = { person: 'B05-02', from: '2026-07-01' };
