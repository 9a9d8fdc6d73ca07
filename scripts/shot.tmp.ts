import { writeFileSync } from 'node:fs';
import { loadSample, openStage, visit } from '../tests/support/page';
const stage = await openStage();
await loadSample(stage);
const { page, base } = stage;
const [path, ...rest] = process.argv.slice(2);
for (const [w, theme, lang] of [
	[1440, 'light', 'zh'],
	[360, 'dark', 'en']
] as const) {
	await page.setViewportSize({ width: w, height: w === 360 ? 780 : 900 });
	await visit(page, `${base}${path}`);
	await page.evaluate(
		([theme, lang]) => {
			localStorage.setItem('kaohe.theme', theme!);
			localStorage.setItem('kaohe.lang', lang!);
		},
		[theme, lang]
	);
	await page.waitForTimeout(800);
	for (const key of rest) {
		await page.getByTestId('slides').focus();
		await page.keyboard.press(key);
	}
	await page.waitForTimeout(300);
	writeFileSync(`/tmp/shot-${w}.png`, await page.screenshot({ fullPage: false }));
}
await stage.close();
