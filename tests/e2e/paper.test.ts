import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../src/lib/language/text';
import type { Paper, PaperCell } from '../../src/lib/sheets/paper';
import { paperHtml } from '../../src/lib/sheets/paper-html';
import { accessibilityFaults, loadSample, openStage, visit, type Stage } from '../support/page';
import { printed, type PdfPage } from '../support/pdf';

let stage: Stage;
/** False on a machine without a font for Chinese: what stands there then is compared as far as it is ASCII. */
let hasChinese = true;

beforeAll(async () => {
	stage = await openStage();
	const [probe] = await printed(stage.browser, '<p>考核</p>');
	hasChinese = probe?.join('') === '考核';
	if (!hasChinese)
		console.warn('no font for Chinese (fonts-noto-cjk): forms are checked without their words');
	await loadSample(stage);
});
afterAll(() => stage.close());

/** What the preview holds, printed. */
async function papers(query: string): Promise<PdfPage[]> {
	await visit(
		stage.page,
		`${stage.base}/close/paper?p=2026-09&${query.includes('u=') ? '' : 'u=branch&'}${query}`
	);
	const frame = stage.page.getByTestId('paper');
	await frame.waitFor();
	return printed(stage.browser, (await frame.getAttribute('srcdoc'))!);
}
const heard = (text: string): string => (hasChinese ? text : text.replaceAll(/[^ -~]/g, ''));
const plain = (page: PdfPage): string => heard(page.join('\n').replaceAll(/\s+/g, ''));

describe('forms to print', () => {
	it('are one page a branch, with lines, raters, total, signatures and the page’s number', async () => {
		const pages = await papers('form=appraisal');
		expect(pages.length).toBe(10);
		await visit(stage.page, `${stage.base}/month?p=2026-09&u=branch`);
		const shown = await stage.page
			.locator('tbody tr')
			.evaluateAll((rows) =>
				rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()))
			);
		expect(shown.length).toBe(10);
		for (const [at, page] of pages.entries()) {
			const text = plain(page);
			const name = shown[at]![0]!.replace(/未采用.*/, '').trim();
			expect(text).toContain(heard(`被考核分部${name}B`));
			expect(text).toContain(heard(`总分${shown[at]![2]!}`));
			for (const word of ['专业技能', '考核者权重考核重点得分', '考核指标说明', '规则handbook-1；未封存'])
				expect(text, word).toContain(heard(word));
			if (hasChinese) expect(text.match(/签字：/g)?.length).toBe(3);
			if (hasChinese) expect(text.match(/日期：/g)?.length).toBe(3);
			expect(text).toContain(heard(`第${String(at + 1)}页共10页`));
		}
	});

	it('are of one unit, of persons, blank, or of what is due', async () => {
		const [one, ...others] = await papers('form=appraisal&unit=B06');
		expect(others).toEqual([]);
		expect(plain(one!)).toContain(heard('B06'));
		const persons = await papers('form=appraisal&u=person');
		expect(persons.length).toBeGreaterThan(15);
		expect(persons.every((page) => plain(page).includes(heard('被考核人')))).toBe(true);
		const [blank] = await papers('form=blank');
		expect(plain(blank!)).toContain(heard('被考核分部部门考核期'));
		expect(plain(blank!)).not.toMatch(/第\d档/);
		await visit(stage.page, `${stage.base}/close/paper?p=2026-09&u=branch&form=plans`);
		expect(await stage.page.getByText('还没有可以打印的整改方案').first().isVisible()).toBe(true);
		expect(await stage.page.getByRole('button', { name: '打印', exact: true }).isDisabled()).toBe(true);
	});

	it('list the month’s ranks, and the quarter’s prizes to be signed for', async () => {
		const [notice] = await papers('form=notice');
		expect(plain(notice!)).toContain(heard('2026年9月工作通报未通报（草稿）'));
		expect(plain(notice!)).toContain(heard('1开发区98.27'));
		const [awards] = await papers('form=awards');
		expect(plain(awards!)).toContain(heard('应付合计1,100.00'));
		expect(plain(awards!)).toContain(heard('签领'));
		// nobody is paid by ranks that are for reference
		await visit(stage.page, `${stage.base}/close/paper?p=2026-09&u=person&form=awards`);
		expect(await stage.page.getByText('还没有可以打印的奖励签领表').first().isVisible()).toBe(true);
		await visit(stage.page, `${stage.base}/awards?p=2026Q3&u=person`);
		expect(await stage.page.getByRole('link', { name: '奖励签领表' }).count()).toBe(0);
	});

	it('are found from the card, the awards and the bulletin, and have no accessibility fault', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/card?p=2026-09&u=branch&unit=B03`);
		await page.getByRole('link', { name: '绩效考核表' }).click();
		await page.getByTestId('paper').waitFor();
		expect(await page.getByRole('combobox', { name: '单位', exact: true }).inputValue()).toBe('B03');
		expect(await accessibilityFaults(page)).toEqual([]);
		await visit(page, `${base}/awards?p=2026Q3&u=branch`);
		await page.getByRole('link', { name: '奖励签领表' }).click();
		await page.getByTestId('paper').waitFor();
		expect(new URL(page.url()).searchParams.get('form')).toBe('awards');
		expect(stage.complaints).toEqual([]);
	});
});

/** A list of so many units, whose names are what nobody should run. */
const long = (lang: Lang, rows: number): Paper => ({
	lang,
	title: 'List "of" </style><b>all',
	period: '2026-09',
	stamp: 'stamp \\ "x"',
	sheets: [
		[
			{ kind: 'title', text: '<script>document.title = "run"</script>' },
			{
				kind: 'table',
				columns: [{ title: 'Head', width: 20 }, { title: 'Name' }, { title: 'Last', align: 'right' }],
				rows: Array.from({ length: rows }, (_, at): PaperCell[] => [
					`first${String(at)}.`,
					`<img src=x onerror=alert(1)> =cmd ${'词'.repeat((at % 7) * 15)}`,
					`last${String(at)}.`
				])
			}
		]
	]
});

describe('a long table on paper', () => {
	for (const lang of ['zh', 'en'] as const)
		for (const rows of [1, 120])
			it(`of ${String(rows)} rows in ${lang} has its head on every page and no row cut`, async () => {
				const pages = await printed(stage.browser, paperHtml(long(lang, rows)));
				expect(pages.length).toBe(rows === 1 ? 1 : pages.length);
				let seen = 0;
				for (const [at, page] of pages.entries()) {
					const text = plain(page);
					expect(text).toContain(heard('HeadNameLast'));
					const number = lang === 'zh' ? '第{n}页共{all}页' : 'Page{n}of{all}';
					expect(text).toContain(
						heard(number.replace('{n}', String(at + 1)).replace('{all}', String(pages.length)))
					);
					expect(text).toContain(heard('List"of"</style><b>all'));
					expect(text).toContain(heard('stamp\\"x"'));
					const firsts = [...text.matchAll(/first(\d+)\./g)].map((m) => m[1]);
					const lasts = [...text.matchAll(/last(\d+)\./g)].map((m) => m[1]);
					expect(firsts).toEqual(lasts);
					seen += firsts.length;
				}
				expect(seen).toBe(rows);
				expect(plain(pages[0]!)).toContain(heard('<script>'));
			});
});
