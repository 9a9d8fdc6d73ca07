import { parseArgs } from 'node:util';
import { runKills } from './kill-run';
import { help } from './args';

help('npm run kills: ends the browser at random moments and looks for what is lost');

const { values } = parseArgs({
	options: {
		count: { type: 'string', default: '100' },
		seed: { type: 'string', default: String(Date.now() % 1e6) }
	}
});
const report = await runKills(Number(values.count), Number(values.seed), (line) => console.log(line));
console.log(
	`${String(report.kills)} kills (seed ${values.seed}), ${String(report.acknowledged)} acknowledged steps, ${String(report.faults.length)} lost or broken`
);
process.exit(report.faults.length === 0 ? 0 : 1);
