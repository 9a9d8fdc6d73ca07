import { parseArgs } from 'node:util';
import { help } from './args';
import { idOf, type Judged } from './mutants/mutant';
import { ROOMS } from './mutants/rooms';
import { sampled } from './mutants/sample';
import { judgeSql } from './mutants/sql';
import { sqlMutants } from './mutants/sql-mutants';
import { judgeRoom } from './mutants/stryker';
import { survivors, table } from './mutants/table';

const SQL = 'sql';
const all = [...Object.keys(ROOMS), SQL];

help(`npm run mutants [-- --room ${all.join('|')}]… [--share 0.1] [--seed 1] [--relation REGEXP]
plants bugs and tells which of them the tests near them miss`);

const { values } = parseArgs({
	options: {
		room: { type: 'string', multiple: true, default: all },
		share: { type: 'string', default: '1' },
		seed: { type: 'string', default: '1' },
		relation: { type: 'string', default: '' }
	}
});
const share = Number(values.share);
const wanted = new RegExp(values.relation);

const byRoom = new Map<string, Judged[]>();
for (const room of values.room) {
	console.error(`${room} …`);
	const judged =
		room === SQL
			? await judgeSql(
					sampled(
						sqlMutants().filter((m) => wanted.test(m.relation)),
						share,
						values.seed,
						idOf
					)
				)
			: await judgeRoom(room, share, values.seed);
	byRoom.set(room, judged);
	for (const line of survivors(judged)) console.log(`alive ${line}`);
}

const sql = byRoom.get(SQL) ?? [];
if (sql.length > 0) {
	console.log(`\n${table('relation', sql, (m) => m.file.replace('src/lib/sql/', '').replace('.sql', ''))}`);
	console.log(`\n${table('operator', sql, (m) => m.operator)}`);
}
const roomOf = new Map([...byRoom].flatMap(([room, own]) => own.map((m) => [m, room])));
console.log(`\n${table('room', [...byRoom.values()].flat(), (m) => roomOf.get(m)!)}`);
process.exit(0);
