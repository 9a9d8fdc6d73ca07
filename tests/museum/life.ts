import type { Page } from 'playwright-core';
import { be, settled, step, waiveAll } from '../support/month-end';
import { importFiles, sign, type Stage } from '../support/page';
import { exportsOf } from './exports';

const file = (name: string, content: string) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(content)
});

/** Lives three months of real work in a record: imports, words, layouts, ledger, ratings, judgements, figures, appeals, plans, evidence, seals, a reopening, deleted files, a version of the rules, and a draft. */
export async function live({ page, base }: Stage): Promise<void> {
	const go = async (path: string, month: string): Promise<void> => {
		await page.goto(`${base}${path}?p=${month}&u=branch`);
		await page.locator('h1').waitFor();
		await settled(page);
	};
	const said = (text: string | RegExp): Promise<void> =>
		page.getByText(text).first().waitFor({ timeout: 60_000 });
	const on = (day: string): Promise<void> => page.clock.setSystemTime(new Date(`${day}T01:00:00Z`));
	const reason = (text: string) => async (): Promise<void> =>
		void (await page.getByRole('dialog').getByLabel('理由').fill(text));

	async function takeIn(): Promise<void> {
		await page.goto(`${base}/import`);
		await importFiles(page, await exportsOf());
		const ask = page.locator('section.ask', { hasText: '审计与奖惩.xlsx#奖惩' });
		await ask.locator('.choose select').first().selectOption({ label: '奖惩' });
		for (const [field, header] of [
			['编号', '编码'],
			['日期', '何时'],
			['分部', '何处'],
			['奖惩类型', '何种']
		] as const)
			await ask
				.locator('label', { hasText: new RegExp(`^${field}`) })
				.locator('select')
				.selectOption({ label: header });
		await ask.getByRole('button', { name: '按此导入' }).click();
		await page.locator('tbody tr', { hasText: '审计与奖惩.xlsx#奖惩' }).waitFor({ timeout: 60_000 });
		await page.getByLabel('意思是').selectOption('no');
		await page.getByRole('button', { name: '加入词表' }).click();
		await sign(page);
		await page.getByLabel('意思是').waitFor({ state: 'detached', timeout: 60_000 });
		// taken out, and back in by undoing that
		await page.locator('tbody tr', { hasText: '评分.csv' }).getByRole('button', { name: '移除' }).click();
		await page.getByRole('button', { name: '撤销' }).click();
		await page.locator('tbody tr', { hasText: '评分.csv' }).waitFor({ timeout: 60_000 });
	}

	async function appeal(month: string): Promise<void> {
		await be(page, '李强', '分部经理', 'B02');
		await go('/close/appeals', month);
		const form = page.locator('form').first();
		await page.getByLabel('指标').selectOption('callback_completion');
		await page.getByLabel('理由').fill('停电一天，未回访的客户已登记');
		await page.getByLabel('应为').fill('多算两次回访');
		await page.getByLabel('分子增减').fill('2');
		await page.getByLabel('依据').fill('停电通知');
		await form.locator('input[type=file]').setInputFiles(file('停电通知.txt', '七月九日停电'));
		await page.getByRole('button', { name: '提交申诉' }).click();
		await said('申诉已提交');
		await be(page, '陈总', '总部');
		const ruling = page.getByRole('form', { name: /裁定第/ });
		await ruling.getByLabel('结论').selectOption('accepted');
		await ruling.getByLabel('理由').fill('属实');
		await ruling.getByRole('button', { name: '裁定' }).click();
		await said('得分已重新计算');
		await be(page, '王芳', '人事');
	}

	async function ledger(month: string): Promise<void> {
		await go('/close/ledger', month);
		await page.getByLabel('类别').selectOption('audit');
		await page.getByRole('combobox', { name: '分部' }).selectOption('B03');
		await page.getByRole('textbox', { name: '扣分' }).fill('8');
		await page.getByLabel('日期').fill(`${month}-15`);
		await page.getByLabel('依据').fill('审计报告 12 号');
		await page.locator('form input[type=file]').setInputFiles(file('审计报告.txt', '第十二号'));
		await page.getByRole('button', { name: '登记', exact: true }).click();
		await said('等第二人确认后计分');
		await be(page, '陈总', '总部');
		await page.getByRole('button', { name: '确认', exact: true }).click();
		await said('陈总 · 总部 已确认');
		await be(page, '王芳', '人事');
		await page.getByLabel('类别').selectOption('merit');
		await page.getByRole('combobox', { name: '分部' }).selectOption('B06');
		await page.getByRole('combobox', { name: '事项' }).selectOption({ index: 1 });
		await page.getByLabel('日期').fill(`${month}-18`);
		await page.getByLabel('依据').fill('业主来信');
		await page.getByRole('button', { name: '登记', exact: true }).click();
		const posted = page.locator('tr', { hasText: '业主来信' });
		await posted.getByRole('button', { name: '冲销', exact: true }).click({ timeout: 60_000 });
		await page.getByLabel('理由').fill('登记错了分部');
		await page.locator('td form').getByRole('button', { name: '冲销' }).click();
		await said('已冲销：登记错了分部');
		// the audit's reversal is asked for and refused
		await go('/close/ledger', month);
		const audit = page.locator('tr', { hasText: '审计报告 12 号' });
		await audit.getByRole('button', { name: '冲销', exact: true }).click();
		await audit.getByLabel('理由').fill('有异议');
		await audit.locator('form').getByRole('button', { name: '冲销' }).click();
		await said('王芳 · 人事 申请冲销');
		await be(page, '陈总', '总部');
		await audit.getByRole('button', { name: '不予冲销' }).click();
		await audit.getByRole('button', { name: '不予冲销' }).waitFor({ state: 'detached' });
		await be(page, '王芳', '人事');
	}

	async function plans(month: string): Promise<void> {
		await go('/close/plans', month);
		const plan = page.locator('article').first();
		await plan.getByLabel('原因分析').fill('人手不足');
		await plan.getByLabel('改进措施').fill('增加一名回访员');
		await plan.locator('input[type=file]').setInputFiles(file('整改.txt', '下月起两人回访'));
		await plan.getByRole('button', { name: '提交' }).click();
		await plan.getByText('已交').first().waitFor();
		await plan.getByLabel('理由').fill('措施要有日期');
		await plan.getByRole('button', { name: '退回' }).click();
		await plan.getByLabel('改进措施').fill('十五日前增加一名回访员');
		await plan.getByRole('button', { name: '提交' }).click();
		await plan.getByRole('button', { name: '通过' }).click();
		await plan.getByText('已通过', { exact: true }).waitFor();
	}

	async function publish(month: string, day: string): Promise<void> {
		await on(day);
		await be(page, '王芳', '人事');
		await go('/close', month);
		await waiveAll(page);
		await step(page, '确认计算');
		await said('已确认计算');
		await step(page, '发通报', async () => void (await page.getByLabel('通报日期').fill(day)));
		await said('已发通报');
	}

	async function seal(month: string, day: string): Promise<void> {
		await go('/close', month);
		await step(page, '受理申诉');
		await said('已受理申诉');
		await step(page, '发修订通报', reason('采纳申诉'));
		await said('已发修订通报');
		await on(day);
		await go('/close', month);
		await step(page, '签字', true);
		await said('已签字');
		await be(page, '陈总', '总部');
		await step(page, '封存', true);
		await page.locator('[aria-current=step]', { hasText: '已封存' }).waitFor({ timeout: 60_000 });
	}

	await on('2026-08-04');
	await takeIn();
	await publish('2026-07', '2026-08-04');
	await appeal('2026-07');
	await ledger('2026-07');
	await plans('2026-07');
	await seal('2026-07', '2026-08-14');
	await publish('2026-08', '2026-09-03');
	await seal('2026-08', '2026-09-15');
	await reopen(page);
	await publish('2026-08', '2026-09-16');
	await seal('2026-08', '2026-09-25');
	await ongoing();
	await erase();
	await draft();

	async function reopen(of: Page): Promise<void> {
		await go('/close', '2026-08');
		await step(of, '重开', reason('补录抽查'));
		await said('第 2 版');
		await of.goto(`${base}/import`);
		await importFiles(of, [
			{
				name: '补录抽查.csv',
				content: 'check,branch,checked_at,subject,passed\nL1,B01,2026-08-12 10:00:00,service_skill,no\n'
			}
		]);
		await said('已导入 补录抽查.csv');
	}

	/** September is under way: ratings, judgements and figures by hand, a day of the calendar, an appeal that waits. */
	async function ongoing(): Promise<void> {
		await on('2026-10-09');
		await be(page, '王芳', '人事');
		await go('/close/calendar', '2026-09');
		await page.getByRole('button', { name: /^28 · 2026-09-28/ }).click();
		await page.getByRole('button', { name: /^28 · 2026-09-28 .*手工改动/ }).waitFor();
		await page.getByLabel('年份').selectOption('2027');
		await page.getByRole('textbox', { name: /粘贴 2027 年/ }).fill('2027-01-01 2027-01-02 +2027-01-03');
		await page.getByRole('button', { name: '补上 2027 年' }).click();
		await page.getByText('还没有 2027 年的安排').waitFor({ state: 'detached' });
		await go('/close/ratings', '2026-09');
		await page.locator('.tools select').first().selectOption('group');
		await page.getByLabel('评分人').fill('赵六六');
		const name = await page.locator('tbody th').first().innerText();
		await page.getByLabel('从 Excel 粘贴').fill(`${name}\t92.5`);
		await page.getByRole('button', { name: '读入' }).click();
		await page.getByRole('button', { name: '录入 1 个评分' }).click();
		await said('已录入 1 个评分');
		await go('/report/desk', '2026-09');
		const drawn = page.locator('article').first();
		await drawn.waitFor({ timeout: 60_000 });
		await page.getByLabel('抽查事项').first().selectOption('service_skill');
		await drawn.getByRole('button', { name: '不合格', exact: true }).click();
		await drawn.getByText('王芳 · 人事：不合格').waitFor();
		const next = page.locator('article').nth(1);
		await next.getByRole('button', { name: '合格', exact: true }).click();
		await next.getByText('王芳 · 人事：合格').waitFor();
		await next.getByLabel('说明').fill('按错');
		await next.getByRole('button', { name: '撤回' }).click();
		await next.getByText('按错').first().waitFor();
		await go('/report/submissions', '2026-09');
		await page.getByText('录入上报数').first().click();
		await page.locator('details form').getByLabel('数值').fill('41');
		await page.locator('details form').getByRole('button', { name: '登记' }).click();
		await said('已登记上报数');
		await publish('2026-09', '2026-10-09');
		await be(page, '周敏', '分部经理', 'B05');
		await go('/close/appeals', '2026-09');
		await page.getByLabel('指标').selectOption('callback_completion');
		await page.getByLabel('理由').fill('一次回访没有登记');
		await page.getByLabel('应为').fill('多算一次');
		await page.getByLabel('分子增减').fill('1');
		await page.getByLabel('依据').fill('通话记录 0917');
		await page.getByRole('button', { name: '提交申诉' }).click();
		await said('申诉已提交');
	}

	/** July's raw files are deleted: what was sealed of it stays. */
	async function erase(): Promise<void> {
		await be(page, '陈总', '总部');
		await go('/close/sealed', '2026-07');
		await page.getByRole('button', { name: '删除原始文件' }).click();
		await page.getByLabel('理由').fill('满一年');
		await page.getByRole('button', { name: '删除原始文件' }).click();
		await said(/已删除 \d+ 个文件/);
		await settled(page);
	}

	/** A version of head office's own from October on, and a draft of the next. */
	async function draft(): Promise<void> {
		await go('/policy', '2026-09');
		for (const [weight, from] of [
			['8', '2026-10'],
			['9', '2026-11']
		] as const) {
			await page.getByRole('link', { name: '改一份' }).click();
			await page.getByLabel('回访完成率 权重').last().fill(weight);
			await page
				.getByLabel('客户满意度 权重')
				.last()
				.fill(String(20 - Number(weight)));
			await page.getByLabel('生效月份').fill(from);
			await page.locator('#f-reason').fill('满意度更重要');
			if (from === '2026-11') break;
			await page.getByRole('button', { name: '生效' }).click();
			await said('handbook-2 自 2026-10 起');
		}
		await page.waitForTimeout(2000);
	}
}
