import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { locked, newRecipient, unlocked } from '../../src/lib/record/locked';
import { signed, signingKey } from '../../src/lib/record/signature';

const work = mkdtempSync(join(tmpdir(), 'kaohe-age-'));
const run = (command: string, ...args: string[]): string => {
	const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
	if (error) throw new Error(`${command}: ${error.message} (install age)`);
	if (status !== 0) throw new Error(`${command}: ${stderr}`);
	return stdout;
};

it('the command age opens what is encrypted for its key, and what it encrypts opens here', async () => {
	const office = await signingKey();
	const key = join(work, 'key.txt');
	run('age-keygen', '-o', key);
	const recipient = run('age-keygen', '-y', key).trim();
	writeFileSync(
		join(work, 'ours.kaohe'),
		await locked({ 总分: '93.4' }, office, { recipients: [recipient] })
	);
	run('age', '-d', '-i', key, '-o', join(work, 'ours.gz'), join(work, 'ours.kaohe'));
	expect(strFromU8(gunzipSync(readFileSync(join(work, 'ours.gz'))))).toContain('93.4');
	const own = await newRecipient();
	const text = JSON.stringify({ 总分: '86.5' });
	const whole = { text, key: office.key, signature: await signed(text, office.secret) };
	writeFileSync(join(work, 'theirs.gz'), gzipSync(strToU8(JSON.stringify(whole))));
	run('age', '-r', own.recipient, '-o', join(work, 'theirs.kaohe'), join(work, 'theirs.gz'));
	const { value } = await unlocked(new Uint8Array(readFileSync(join(work, 'theirs.kaohe'))), {
		identity: own.identity
	});
	expect(value).toEqual({ 总分: '86.5' });
});
