import { openStage, loadSample } from './support/page';
const stage = await openStage();
const { page, base } = stage;
const [,, list = '', size = '1440', theme = 'light', lang = 'zh'] = process.argv;
await page.addInitScript({ content: `localStorage.setItem('kaohe.theme','${theme}');localStorage.setItem('kaohe.lang','${lang}')` });
await page.goto(`${base}/import`);
await page.getByRole('button', { name: lang === 'zh' ? '载入示例' : 'Load the sample' }).click();
await page.getByText(lang === 'zh' ? '10 个分部都有' : /all 10 branches|10 branches/i).first().waitFor({ timeout: 120000 });
await page.setViewportSize({ width: Number(size), height: size === '360' ? 740 : 900 });
for (const path of list.split(',')) {
	await page.goto(`${base}${path}`);
	await page.locator('h1').first().waitFor();
	await page.locator('.sheet, .parts, article.card').first().waitFor({ timeout: 60000 }).catch(() => console.log('NOTHING', path));
	await page.waitForTimeout(700);
	await page.screenshot({ path: `/tmp/w/shot${path.replace(/[^\w]+/g, '_')}_${size}_${theme}_${lang}.png`, fullPage: size === '360' ? false : true, clip: undefined });
	console.log(path, await page.evaluate(() => document.documentElement.scrollWidth));
}
console.log(stage.complaints);
await stage.close();
process.exit(0);
