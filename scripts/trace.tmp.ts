import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainFiles } from './bench/files';
import { openStage } from '../tests/support/page';
const [b, m] = [Number(process.argv[2] ?? 500), Number(process.argv[3] ?? 12)];
const stage = await openStage({ asUsed: true } as never);
const { page } = stage;
await page.addInitScript(`(() => {
	const log = []; globalThis.__log = log;
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (msg, ...rest) {
		if (!this.__heard) { this.__heard = true; this.addEventListener('message', (e) => log.push([performance.now(), 'recv', JSON.stringify(e.data, (k, v) => v instanceof Uint8Array || ArrayBuffer.isView(v) ? '[' + v.byteLength + ']' : v)?.slice(0, 120)])); }
		log.push([performance.now(), 'send', JSON.stringify(msg, (k, v) => ArrayBuffer.isView(v) ? '[' + v.byteLength + ']' : v)?.slice(0, 160)]);
		return post.call(this, msg, ...rest);
	};
})()`);
await page.goto(`${stage.base}/import`);
await page.getByTestId('files').setInputFiles(chainFiles(mkdtempSync(join(tmpdir(), 'k-')), b, m));
await page.getByText(/已计分|已评分|名列|计分/).first().waitFor({ timeout: 120_000 }).catch(() => {});
await page.waitForTimeout(8000);
await page.getByRole('link', { name: '规则' }).click();
await page.getByRole('link', { name: '改一份' }).click();
await page.getByTestId('effects').waitFor({ timeout: 60_000 });
await page.waitForTimeout(6000);
await page.evaluate('globalThis.__name = (f) => f');
await (page.context().browser() as any).startTracing(page, { path: '/tmp/trace.json', categories: ['devtools.timeline', 'toplevel', 'v8', 'blink.user_timing', 'disabled-by-default-v8.gc'] });
const out = await page.evaluate(async () => {
	const slider = document.querySelector<HTMLInputElement>('#edit-callback_completion input[type=range]')!;
	const shown = document.querySelector('aside')!;
	const log = (globalThis as any).__log;
	const all: any[] = [];
	new PerformanceObserver((l) => { for (const e of l.getEntries()) log.push([e.startTime, 'longtask', e.duration]); }).observe({ entryTypes: ['longtask'] });
	for (let i = 0; i < 8; i++) {
		await new Promise((r) => setTimeout(r, 900));
		log.length = 0;
		performance.mark('IT' + i); const begun = performance.now();
		slider.value = String(5 + (i % 5));
		slider.dispatchEvent(new Event('input', { bubbles: true }));
		const t1 = performance.now();
		let settledAt = 0;
		await new Promise<void>((done) => { const look = (): void => { if (shown.querySelector('section[aria-busy=true]') === null) { settledAt = performance.now(); requestAnimationFrame(() => done()); } else setTimeout(look, 2); }; setTimeout(look, 4); });
		const end = performance.now();
		all.push({ sync: t1 - begun, settled: settledAt - begun, total: end - begun, log: log.map((l: any) => [l[0] - begun, l[1], l[2]]) });
	}
	return all;
});
await (page.context().browser() as any).stopTracing();
for (const o of out.slice(2, 3)) for (const l of o.log) console.log(l[0].toFixed(1), l[1], String(l[2]).replace(/\s+/g, ' ').slice(0, 150));
for (const o of out) { const s = o.log.filter((l: any) => l[1] === 'send'), r = o.log.filter((l: any) => l[1] === 'recv'); console.log('sync', o.sync.toFixed(1), 'first send', s[0]?.[0].toFixed(1), 'last recv', r.at(-1)?.[0].toFixed(1), 'settled', o.settled.toFixed(1), 'total', o.total.toFixed(1), 'msgs', s.length, 'long', JSON.stringify(o.log.filter((l: any) => l[1] === 'longtask').map((l: any) => [Math.round(l[0]), l[2]]))); }
await stage.close();
process.exit(0);
