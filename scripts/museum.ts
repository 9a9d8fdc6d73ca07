import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { canonical } from '../src/lib/record/canonical';
import type { LogEvent } from '../src/lib/record/event';
import { dumpOf, type Expected } from '../tests/museum/exhibit';
import { MONTHS } from '../tests/museum/exports';
import { live } from '../tests/museum/life';
import { backupOf, totalsOn } from '../tests/support/month-end';
import { openStage } from '../tests/support/page';
import { help } from './args';

help(
	'npm run museum -- NAME: lives three months with this build and keeps its database and backup for every later build to open'
);

const name = process.argv[2];
if (!name || !/^[\w.-]+$/.test(name)) throw new Error('say under which name the exhibit is kept');
const stage = await openStage();
const { page, base } = stage;
// what the compiler wraps functions in that are handed to the page
await page.addInitScript('globalThis.__name = (f) => f');
try {
	await live(stage);
} catch (error) {
	await page.screenshot({ path: join(tmpdir(), 'museum.png') });
	const found = await dumpOf(page, 'kaohe-own');
	for (const [, event] of found.stores.find((s) => s.name === 'events')!.entries)
		console.error(JSON.stringify(event).slice(0, 200));
	throw error;
}
const totals: Expected['totals'] = {};
for (const month of MONTHS) totals[month] = await totalsOn(page, `${base}/month?p=${month}&u=branch`);
const { file, state } = await backupOf(page, base);
const dump = await dumpOf(page, 'kaohe-own');
const entriesOf = (store: string) => dump.stores.find((s) => s.name === store)!.entries;
const events = entriesOf('events').map(([, event]) => event as LogEvent);
const seals = events.flatMap(({ kind, data }) => {
	const { step, month, revision, hash } = data as Record<string, string | number>;
	return kind === 'step' && step === 'seal' ? [[`${String(month)}/${String(revision)}`, String(hash)]] : [];
});
const kinds: Expected['kinds'] = {};
for (const { kind } of events) kinds[kind] = (kinds[kind] ?? 0) + 1;
const folder = new URL(`../tests/museum/${name}/`, import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('database.json.gz', folder), gzipSync(JSON.stringify(dump)));
writeFileSync(new URL('backup.kaohe.gz', folder), gzipSync(file));
const expected: Expected = { state, seals: Object.fromEntries(seals) as Expected['seals'], totals, kinds };
writeFileSync(
	new URL('expected.json', folder),
	`${JSON.stringify(JSON.parse(canonical(expected)), null, '\t')}\n`
);
console.log(`${String(events.length)} entries: ${JSON.stringify(kinds)}`);
await stage.close();
