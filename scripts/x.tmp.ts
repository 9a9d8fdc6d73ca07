import { openStage, loadSample } from '../tests/support/page';
import { writeFileSync } from 'node:fs';
const stage = await openStage({ asUsed: true });
const { page, base } = stage;
const marks = async (title: string) => {
	const m: [string, number, number][] = await page.evaluate(() => performance.getEntriesByType('measure').map((e) => [e.name, e.startTime, e.duration] as [string, number, number]));
	console.log('==', title);
	const g = new Map<string, [number, number, number, number]>();
	for (const [n, s, d] of m) { const o = g.get(n) ?? [0, 0, s, s]; g.set(n, [o[0] + d, o[1] + 1, Math.min(o[2], s), Math.max(o[3], s + d)]); }
	for (const [n, [d, k, s, e]] of [...g].sort((a, b) => a[1][2] - b[1][2])) if (d > 25) console.log(n.padEnd(34), d.toFixed(0).padStart(6), `×${k}`.padEnd(5), `${s.toFixed(0)}–${e.toFixed(0)}`);
};
if (process.argv[2]) {
	await page.goto(`${base}/import`);
	await page.getByTestId('files').setInputFiles(process.argv[2]);
	await page.getByText('数据到齐了吗').waitFor({ timeout: 300_000 });
	await page.waitForTimeout(3000);
	await marks('import');
} else {
	await loadSample(stage);
	await page.waitForTimeout(2000);
	await marks('sample');
}
await page.goto(`${base}/report/callbacks?p=2026-09`);
await page.locator('main table').first().waitFor({ timeout: 60_000, state: 'attached' });
const t = await page.evaluate(() => performance.now());
await page.waitForTimeout(2000);
await marks(`reload at report, table at ${t.toFixed(0)}`);
await stage.close();
process.exit(0);
