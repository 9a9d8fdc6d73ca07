import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { attachments } from '../src/lib/record/attachments';
import { chainFault, type LogEvent } from '../src/lib/record/event';
import { loggedFiles } from '../src/lib/record/record';
import { findBrowser } from './browser.mjs';
import { random } from './samples/random';
import { serve } from './serve.mjs';

/** What so many kills did: steps that the page had acknowledged, and what was wrong afterwards. */
export interface KillReport {
	kills: number;
	acknowledged: number;
	faults: string[];
}

export interface Found {
	events: LogEvent[];
	files: string[];
	/** SHA-256 of the bytes that each file's entry leads to. */
	bytes: Record<string, string>;
}

interface Running {
	child: ChildProcess;
	browser: Browser;
}

async function launch(executable: string, profile: string): Promise<Running> {
	const child = spawn(
		executable,
		[
			'--headless=new',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--no-first-run',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`,
			'about:blank'
		],
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const endpoint = await new Promise<string>((resolve, reject) => {
		let said = '';
		child.stderr.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const [, url] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
			if (url) resolve(url);
		});
		child.on('exit', () => reject(new Error(`the browser ended: ${said.slice(-400)}`)));
	});
	return { child, browser: await chromium.connectOverCDP(endpoint) };
}

/** Everything of the record, read from the database beside the app. */
const readRecord = `(async () => {
	const db = await new Promise((resolve, reject) => {
		const request = indexedDB.open('kaohe-own');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const tx = db.transaction(['events', 'files', 'bytes']);
	const all = (store, what) => new Promise((resolve, reject) => {
		const request = tx.objectStore(store)[what]();
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const [events, files, keys, values] = await Promise.all([
		all('events', 'getAll'), all('files', 'getAllKeys'), all('bytes', 'getAllKeys'), all('bytes', 'getAll')
	]);
	const bytes = {};
	for (const [i, key] of keys.entries()) {
		const { bytes: blob, gzip } = values[i];
		const stream = gzip ? blob.stream().pipeThrough(new DecompressionStream('gzip')) : blob.stream();
		const digest = await crypto.subtle.digest('SHA-256', await new Response(stream).arrayBuffer());
		bytes[key] = [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
	}
	db.close();
	return { events, files, bytes };
})()`;

/** What the record must hold and doesn't; nothing where all that was acknowledged is there and nothing is half-done. */
export async function faultsOf(found: Found, acknowledged: string[]): Promise<string[]> {
	const faults: string[] = [];
	const broken = await chainFault(found.events);
	if (broken) faults.push(`entry ${String(broken.seq)}: ${broken.fault}`);
	for (const [i, hash] of acknowledged.entries())
		if (hash && found.events[i]?.hash !== hash)
			faults.push(`entry ${String(i + 1)} was acknowledged and is gone`);
	const imported = [...loggedFiles(found.events)].sort();
	if (imported.join() !== [...found.files].sort().join()) faults.push('files and log disagree');
	const logged = [...new Set([...imported, ...attachments(found.events).keys()])].sort();
	if (logged.join() !== Object.keys(found.bytes).sort().join()) faults.push('bytes and log disagree');
	for (const [name, sha] of Object.entries(found.bytes))
		if (name !== sha) faults.push(`the bytes of ${name} are others`);
	return faults;
}

/** Milliseconds to wait for a round's steps. */
const PATIENCE = 20_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const recorded = `document.documentElement.dataset.recorded ?? '0 '`;

/** Imports files and removes them again. */
const exchange =
	(draw: ReturnType<typeof random>) =>
	async (page: Page, before: number): Promise<void> => {
		const name = `K${String(before)}-${String(draw.below(1e9))}`;
		const rows = Array.from(
			{ length: 1 + draw.below(4000) },
			(_, i) => `${name}-${String(i)},B0${String(draw.below(4))},2026-10-08,service_skill,yes\n`
		);
		const remove = page.getByRole('button', { name: /^移除 / });
		if (before > 3 && draw.below(4) === 0 && (await remove.count()) > 0) await remove.first().click();
		else
			await page.getByTestId('files').setInputFiles({
				name: `${name}.csv`,
				mimeType: 'text/csv',
				buffer: Buffer.from(`check,branch,checked_at,subject,passed\n${rows.join('')}`)
			});
	};

/** Posts entries of the ledger, some with evidence attached. */
const post =
	(draw: ReturnType<typeof random>) =>
	async (page: Page, before: number): Promise<void> => {
		await page.getByLabel('依据').fill(`K${String(before)}`);
		if (draw.below(2) === 0)
			await page.locator('form input[type=file]').setInputFiles({
				name: `${String(before)}.txt`,
				mimeType: 'text/plain',
				buffer: Buffer.from(`evidence ${String(draw.below(1e9))}`.repeat(1 + draw.below(20_000)))
			});
		await page.getByRole('button', { name: '登记', exact: true }).click();
	};

/** Takes one step after the other until the page is gone; notes the hash of every entry that the page acknowledged. */
async function work(
	page: Page,
	acknowledged: string[],
	step: (page: Page, before: number) => Promise<void>
): Promise<void> {
	const note = async (): Promise<number> => {
		const [seq = '0', hash = ''] = (await page.evaluate<string>(recorded)).split(' ');
		if (Number(seq) > 0) acknowledged[Number(seq) - 1] = hash;
		return Number(seq);
	};
	for (;;) {
		const before = await note();
		await step(page, before);
		while ((await note()) <= before) await pause(20);
	}
}

/** Kills the tab or the whole browser at random moments of real work, and looks each time at what is left. */
export async function runKills(
	count: number,
	seed: number,
	say: (line: string) => void
): Promise<KillReport> {
	const executable = process.env['CHROMIUM_PATH'] || (await findBrowser());
	if (!executable) throw new Error('no Chromium: see CHROMIUM_PATH');
	const server = await serve(0);
	const base = `http://localhost:${String((server.address() as AddressInfo).port)}`;
	const profile = mkdtempSync(join(tmpdir(), 'kaohe-kills-'));
	const draw = random(seed);
	const acknowledged: string[] = [];
	const faults: string[] = [];
	let running = await launch(executable, profile);
	try {
		for (let kill = 1; kill <= count; kill++) {
			const context = running.browser.contexts()[0]!;
			const page = await context.newPage();
			// a month's entries need something to be entered about
			const entering = acknowledged.length > 0 && draw.below(3) === 0;
			await page.goto(`${base}/import`);
			await page.evaluate(`localStorage.setItem('kaohe.actor', '{"name":"王芳","role":"hr"}')`);
			if (entering) await page.goto(`${base}/close/ledger?p=2026-10&u=branch`);
			await page.locator('[data-recorded]').first().waitFor({ state: 'attached' });
			const whole = draw.below(2) === 0;
			const session = whole ? null : await context.newCDPSession(page);
			const ended = work(page, acknowledged, (entering ? post : exchange)(draw)).catch((error: unknown) => {
				// a page that is gone ends the work; that is the point
				if (!/crash|closed|Target/i.test(String(error))) faults.push(`the work stopped: ${String(error)}`);
			});
			const enough = acknowledged.length + draw.below(4);
			const patience = performance.now() + PATIENCE;
			while (acknowledged.length < enough && performance.now() < patience) await pause(20);
			await pause(draw.below(1200));
			if (whole) {
				process.kill(-running.child.pid!, 'SIGKILL');
				await new Promise((resolve) => running.child.once('exit', resolve));
				await running.browser.close().catch(() => {});
				await ended;
				running = await launch(executable, profile);
			} else {
				// the call never returns from a page that is gone
				void session!.send('Page.crash').catch(() => {});
				await page.waitForEvent('crash');
				await page.close();
				await ended;
			}
			const after = await running.browser.contexts()[0]!.newPage();
			await after.goto(`${base}/import`);
			await after.locator('[data-recorded]').first().waitFor({ state: 'attached' });
			const found = await after.evaluate<Found>(readRecord);
			const wrong = await faultsOf(found, acknowledged);
			if ((await after.locator('.notice.error').count()) > 0)
				wrong.push(`the page says: ${await after.locator('.notice.error').first().innerText()}`);
			faults.push(...wrong.map((w) => `kill ${String(kill)} (${whole ? 'browser' : 'tab'}): ${w}`));
			say(
				`kill ${String(kill)}: ${whole ? 'browser' : 'tab'} at ${entering ? 'the ledger' : 'imports'}, ${String(found.events.length)} entries, ${String(found.files.length)} files${wrong.length > 0 ? `, WRONG: ${wrong.join('; ')}` : ''}`
			);
			await after.close();
		}
	} finally {
		await running.browser.close().catch(() => {});
		process.kill(-running.child.pid!, 'SIGKILL');
		await pause(500);
		server.close();
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}
	return { kills: count, acknowledged: acknowledged.filter(Boolean).length, faults };
}
