import { readFileSync } from 'node:fs';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../scripts/samples/encoding';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { be, step, totalsOn, waiveAll } from '../support/month-end';
import { accessibilityFaults, importFiles, openStage, visit, type Stage } from '../support/page';

let stage: Stage;
const AT = '?p=2026-09&u=branch';
const BRANCHES = new Map([
	['B01', '开发区'],
	['B02', '湖畔'],
	['B03', '高新'],
	['B04', '东湖'],
	['B05', '西湖'],
	['B06', '滨江'],
	['B07', '老城'],
	['B08', '新港'],
	['B09', '南站'],
	['B10', '城东']
]);
beforeAll(async () => {
	stage = await openStage();
	const { page, base } = stage;
	await page.clock.setSystemTime(new Date('2026-10-09T01:00:00Z'));
	await page.goto(`${base}/import`);
	await importFiles(
		page,
		sampleFiles().map(({ name, encoding, text }) => ({
			name,
			content: Buffer.from(encodeText(text, encoding))
		}))
	);
	await page.getByText('10 个分部都有').first().waitFor();
	await be(page, '王芳', '人事');
	await visit(page, `${base}/close${AT}`);
	await page.locator('h1').waitFor();
	await waiveAll(page);
	await step(page, '确认计算');
	await page.getByText('已确认计算').waitFor();
	await step(page, '发通报', async () => void (await page.getByLabel('通报日期').fill('2026-10-09')));
	await page.getByText('已发通报').waitFor();
});
afterAll(() => stage.close());

let files: Record<string, Uint8Array> = {};
const passphrases = new Map<string, string>();
let reply: { name: string; bytes: Buffer };
const file = (name: string, bytes: Uint8Array) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(bytes)
});

async function openHanded(bytes: Uint8Array, passphrase: string): Promise<void> {
	const { page, base } = stage;
	await visit(page, `${base}/handed`);
	await page.getByLabel('文件（.kaohe）').setInputFiles(file('B09.kaohe', bytes));
	await page.getByLabel('口令').fill(passphrase);
	await page.getByRole('button', { name: '打开', exact: true }).click();
}
const takeIn = async (name: string, bytes: Uint8Array): Promise<void> => {
	await stage.page.getByLabel('收回执').setInputFiles(file(name, bytes));
};

describe('a hand-over', () => {
	it('is a file a branch, with a passphrase shown once, and says nothing of another branch', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/close/handover${AT}`);
		// each line of each branch is tried out for what would bring it further
		const wait = page.waitForEvent('download');
		await page.getByRole('button', { name: '生成下发文件' }).click();
		files = unzipSync(new Uint8Array(readFileSync(await (await wait).path())));
		expect(Object.keys(files).sort()).toEqual([...BRANCHES.keys()].map((code) => `${code}.kaohe`));
		await page.getByText('已生成 10 个文件').waitFor();
		const shown = await page
			.locator('.slips dl div')
			.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
		for (const [name, passphrase] of shown) {
			const [code] = [...BRANCHES].find(([, own]) => own === name)!;
			passphrases.set(code, passphrase!);
			expect(passphrase).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
		}
		expect(new Set(passphrases.values()).size).toBe(10);
		expect(await accessibilityFaults(page)).toEqual([]);
		for (const [code, bytes] of Object.entries(files)) {
			const age = new Decrypter();
			age.addPassphrase(passphrases.get(code.slice(0, 3))!);
			const text = strFromU8(gunzipSync(await age.decrypt(bytes)));
			for (const [other, name] of BRANCHES)
				if (other !== code.slice(0, 3)) {
					expect(text.includes(other), `${code} says ${other}`).toBe(false);
					expect(text.includes(name), `${code} says ${name}`).toBe(false);
				}
			expect(text).toContain(BRANCHES.get(code.slice(0, 3)));
		}
		await visit(page, `${base}/month${AT}`);
		await visit(page, `${base}/close/handover${AT}`);
		await page.getByText('未阅').first().waitFor();
		expect(await page.locator('.slips').count()).toBe(0);
	});

	it('is refused with the place where it was changed, and without its passphrase', async () => {
		const { page } = stage;
		const whole = files['B09.kaohe']!;
		const changed = (at: number): Uint8Array => {
			const bytes = whole.slice();
			bytes[at < 0 ? bytes.length + at : at]! ^= 1;
			return bytes;
		};
		await openHanded(whole, passphrases.get('B01')!);
		await page.getByText('的口令不对').first().waitFor();
		await openHanded(changed(-40), passphrases.get('B09')!);
		await page.getByText('正文被改动过').first().waitFor();
		await openHanded(changed(60), passphrases.get('B09')!);
		await page
			.getByText(/文件头被改动过|口令不对/)
			.first()
			.waitFor();
		await openHanded(new TextEncoder().encode('something else'), passphrases.get('B09')!);
		await page.getByText('不是下发文件或回执').first().waitFor();
	});

	it('opens to the branch’s own form, ranks, history and records, and is answered', async () => {
		const { page } = stage;
		await openHanded(files['B09.kaohe']!, passphrases.get('B09')!.toLowerCase().replaceAll('-', ' '));
		await page.getByText('南站 · 2026年7月').waitFor();
		const form = page.getByTestId('handed');
		expect(await form.getAttribute('srcdoc')).toContain('被考核分部');
		const ranks = page.getByRole('table', { name: '排名' });
		expect(await ranks.locator('tbody tr').filter({ hasText: '南站' }).count()).toBeGreaterThan(0);
		expect(await ranks.locator('tbody tr').filter({ hasText: '其他单位' }).count()).toBeGreaterThan(8);
		await page.getByLabel('数据').selectOption('tickets');
		expect(await page.getByRole('table', { name: '明细' }).locator('tbody tr').count()).toBeGreaterThan(10);
		expect(await accessibilityFaults(page)).toEqual([]);
		// reports as they stood, and what would bring more points
		const reports = page.getByTestId('handed-reports');
		await page.getByLabel('部分').selectOption({ label: '回访' });
		await reports.getByRole('heading', { name: '回访', exact: true }).waitFor();
		const branches = reports.locator('section').first().locator('tbody tr');
		expect(await branches.count()).toBe(1);
		expect(await branches.first().innerText()).toContain('南站');
		expect(
			Number((await branches.first().locator('td').first().innerText()).replace(/\D/g, ''))
		).toBeGreaterThan(100);
		const ahead = page.getByRole('table', { name: '再进一步' });
		expect(await ahead.locator('tbody tr').count()).toBeGreaterThan(0);
		expect(await ahead.innerText()).toMatch(/名次|第/);
		await page.getByLabel('姓名').fill('李强');
		await page.getByLabel('已阅，不同意').check();
		await page.getByLabel('意见', { exact: true }).fill('抽查的录音有一条不是我们的');
		await page.getByLabel('同时申诉').check();
		await page.getByLabel('指标').selectOption('service_skill');
		await page.getByLabel('要求改为').fill('少一次不合格');
		await page.getByLabel('理由和证据').fill('录音编号 0917');
		const wait = page.waitForEvent('download');
		await page.getByRole('button', { name: '存为回执文件' }).click();
		const download = await wait;
		reply = { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
		expect(reply.name).toBe('B09_李强_2026-09.kaohe-reply');
		expect(reply.bytes.toString('latin1')).not.toContain('service_skill');
	});

	it('comes back once, under the name of whoever sent it, and is listed', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/close/handover${AT}`);
		const broken = Buffer.from(reply.bytes);
		broken[broken.length - 30]! ^= 1;
		await takeIn('坏.kaohe-reply', broken);
		await page.getByText('正文被改动过').first().waitFor();
		await takeIn(reply.name, reply.bytes);
		await page.getByText(/记入 2 条/).waitFor();
		await page.getByText('李强 2026-10-09 不同意').waitFor();
		await page.getByText('抽查的录音有一条不是我们的').waitFor();
		await takeIn(reply.name, reply.bytes);
		await page.getByText('以前收过了').first().waitFor();
		await visit(page, `${base}/close/appeals${AT}`);
		await page.getByText('录音编号 0917').first().waitFor();
		await visit(page, `${base}/record${AT}`);
		await page.getByText('南站 已阅 2026-09 的结果，不同意').first().waitFor();
		await page.getByText('李强 · 分部经理 南站').first().waitFor();
	});

	it('is ruled on, rescored, sealed and told on slides, each as the one before left it', async () => {
		const { page, base } = stage;
		const before = await totalsOn(page, `${base}/month${AT}`);
		await be(page, '陈总', '总部');
		await visit(page, `${base}/close/appeals${AT}`);
		const form = page.getByRole('form', { name: /裁定第/ });
		await form.getByLabel('结论').selectOption('accepted');
		await form.getByLabel('分子增减').fill('-1');
		await form.getByLabel('理由').fill('录音属实');
		await form.getByText(/过账后：总分/).waitFor();
		await form.getByRole('button', { name: '裁定' }).click();
		await page.getByText('得分已重新计算').waitFor();
		const after = await totalsOn(page, `${base}/month${AT}`);
		const changed = after.filter((row, i) => row !== before[i]);
		expect(changed.map((row) => row.split(' ')[0])).toEqual(['南站']);
		await be(page, '王芳', '人事');
		await visit(page, `${base}/close${AT}`);
		await step(page, '受理申诉');
		await step(
			page,
			'发修订通报',
			async () => void (await page.getByRole('dialog').getByLabel('理由').fill('采纳申诉'))
		);
		await page.getByText('已发修订通报').waitFor();
		await page.clock.setSystemTime(new Date('2026-10-21T01:00:00Z'));
		await page.evaluate(() => dispatchEvent(new Event('focus')));
		await page.locator('.actions').getByRole('button', { name: '签字', disabled: false }).waitFor();
		await step(page, '签字', true);
		await be(page, '陈总', '总部');
		await step(page, '封存', true);
		await page.locator('[aria-current=step]', { hasText: '已封存' }).waitFor();
		await visit(page, `${base}/close/slides${AT}`);
		await page.getByText('正在算各部分的幻灯片').first().waitFor({ state: 'detached' });
		const slides = page.locator('.all .slide');
		const ranking = slides.filter({ has: page.locator('h2', { hasText: /^综合排名/ }) }).first();
		const shown = await ranking
			.locator('tbody tr')
			.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
		expect(shown.map((row) => `${row[1]!} ${row[2]!}`).sort()).toEqual(after);
		expect(await ranking.textContent()).toMatch(/2026-09 已封存 第 1 版 [0-9a-f]{16}/);
		// every part of the handbook with rows has its slide
		const titles = await slides.locator('h2').allTextContents();
		for (const part of ['计划预算', '报表上交', '工单', '收费', '回访', '投诉闭环', '台账'])
			expect(titles).toContain(part);
	});

	it('is encrypted for a branch’s own key where the office has it, and opens by that alone', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/handed`);
		await page.getByRole('button', { name: '生成密钥' }).click();
		const recipient = (await page.locator('.key .num').textContent())!.trim();
		expect(recipient).toMatch(/^age1[a-z0-9]{58}$/);
		expect(await accessibilityFaults(page)).toEqual([]);
		await visit(page, `${base}/close/handover${AT}`);
		await page.getByText('分部公钥（0）').click();
		const field = page.locator('details').getByLabel('南站');
		await field.fill('age1wrong');
		await field.blur();
		await page.getByText('不是公钥').waitFor();
		await field.fill(recipient);
		await field.blur();
		await page.getByText('分部公钥（1）').waitFor();
		const wait = page.waitForEvent('download');
		await page.getByRole('button', { name: '重新生成' }).click();
		const own = unzipSync(new Uint8Array(readFileSync(await (await wait).path())))['B09.kaohe']!;
		await page.getByText('另有 1 个文件用分部自己的密钥打开').waitFor();
		expect(await page.locator('.slips dl div').count()).toBe(9);
		await visit(page, `${base}/handed`);
		await page.getByLabel('文件（.kaohe）').setInputFiles(file('B09.kaohe', own));
		await page.getByRole('button', { name: '打开', exact: true }).click();
		await page.getByText('南站 · 2026年7月').waitFor();
		// a sealed month has nothing ahead of it
		expect(await page.getByRole('table', { name: '再进一步' }).count()).toBe(0);
	});

	it('asked nobody anything, and nothing complained', () => {
		expect(stage.requests.filter((url) => !url.startsWith(stage.base) && !url.startsWith('blob:'))).toEqual(
			[]
		);
		expect(stage.complaints).toEqual([]);
	});
});
