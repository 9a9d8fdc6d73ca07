import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../scripts/samples/encoding';
import type { Given } from '../../../src/lib/intake/header';
import { openFile, type OpenedTable } from '../../../src/lib/intake/open-file';
import { scrubbed, scrubOf } from '../../../src/lib/intake/scrub';
import { bytesSource } from '../../../src/lib/intake/source';
import { understand } from '../../../src/lib/intake/understand';
import { BUILT_IN } from '../../../src/lib/intake/vocabulary';
import { load } from '../../support/scored';
import { policyWith } from '../../support/policy';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function clean(
	bytes: Uint8Array,
	given: Given = {}
): Promise<{ text: string | null; titles: string[] }> {
	const [opened] = (await openFile(bytesSource('a.csv', bytes))).tables as [OpenedTable];
	const how = await understand(opened.source, opened.encoding, { given });
	const scrub = scrubOf(how);
	if (!scrub) return { text: null, titles: [] };
	const names: string[] = [];
	const pseudonym = (name: string): string =>
		`G-${String(names.includes(name) ? names.indexOf(name) : names.push(name) - 1)}`;
	const parts = await scrubbed(opened.source, opened.encoding, how, scrub, BUILT_IN, pseudonym);
	return { text: parts.join(''), titles: scrub.titles };
}

describe('group raters', () => {
	it('get one pseudonym each, however their name is spaced, in files of one role, too', async () => {
		const text = '月份,分部,考核者,考核得分,考核人\n2026-10,B01,小组,80,张三\n2026-10,B02,小组,81,张　三\n';
		expect((await clean(bytesOf(text))).text).toBe(
			'月份,分部,考核者,考核得分,考核人\n2026-10,B01,小组,80,G-0\n2026-10,B02,小组,81,G-0\n'
		);
		const whole = '月份,分部,考核得分,考核人\n2026-10,B01,80,张三\n';
		expect((await clean(bytesOf(whole), { role: '小组' })).text).toContain('80,G-0');
	});
});

describe('what is taken out of a file before it is kept', () => {
	const TICKETS = [
		'客服部导出,联系人 王 13800000000',
		'工单编号,分部,类型,受理时间,手机号,房号,身份证号,备注说明',
		'T1,B01,投诉,2026-10-05 09:00:00,13812345678,1-101,310101199001011234,"漏水,\r\n请尽快"',
		'',
		'T2,B01,投诉,2026-10-06 09:00:00,13912345678,1-102,,"说""急"""',
		'"T3,B01,投诉,2026-10-06 09:00:00,13700000000,1-103,,坏引号',
		'合计,,,,,,,2'
	].join('\r\n');

	it('is every column of personal data that no measure reads; records and lines stay', async () => {
		const { text, titles } = await clean(encodeText(TICKETS, 'gb18030'));
		expect(titles).toEqual(['手机号', '身份证号']);
		for (const secret of ['13812345678', '13912345678', '13700000000', '310101199001011234'])
			expect(text).not.toContain(secret);
		expect(text).toContain('T1,B01,投诉,2026-10-05 09:00:00,,1-101,,"漏水,\r\n请尽快"\r\n');
		expect(text).toContain('"说""急"""');
		const bytes = [encodeText(TICKETS, 'gb18030'), encodeText(text!, 'utf-8')];
		const counts: unknown[] = [];
		for (const b of bytes) {
			const [file] = await load([{ path: 'tickets.csv', bytes: b }], [policyWith()]);
			counts.push([file!.outcome.tally, file!.rejects.map((r) => [r.record, r.line, r.code])]);
		}
		expect(counts[1]).toEqual(counts[0]);
	});

	it('is nothing where there is none; a number that a measure compares is kept under a pseudonym', async () => {
		const meters = 'month,branch,item,metered_amount\n2026-10,B01,水费,1244\n';
		expect((await clean(encodeText(meters, 'utf-8'))).text).toBeNull();
		const calls = [
			'call,branch,started_at,caller,subject',
			'C1,B01,2026-10-01 09:00:00,13812345678,缴费',
			'C2,B01,2026-10-02 09:00:00,13812345678,报修',
			'C3,B01,2026-10-02 09:00:00,,报修'
		].join('\n');
		const { text, titles } = await clean(encodeText(calls, 'utf-8'));
		expect(titles).toEqual(['caller']);
		expect(text!.split('\n').slice(1, 4)).toEqual([
			'C1,B01,2026-10-01 09:00:00,G-0,缴费',
			'C2,B01,2026-10-02 09:00:00,G-0,报修',
			'C3,B01,2026-10-02 09:00:00,,报修'
		]);
	});

	it('is the names of group raters: the same name keeps one pseudonym, other roles keep theirs', async () => {
		const ratings = [
			'month,branch,person,role,rater,score',
			'2026-10,B01,P1,小组,张三,80',
			'2026-10,B01,P1,小组,李四,90',
			'2026-10,B01,P2,小组考核,张三,85',
			'2026-10,B01,P1,本人,王五,88'
		].join('\n');
		const { text } = await clean(encodeText(ratings, 'utf-8'));
		expect(text!.split('\n').map((line) => line.split(',')[4])).toEqual([
			'rater',
			'G-0',
			'G-1',
			'G-0',
			'王五',
			undefined
		]);
		expect(text).not.toContain('张三');
	});

	it('is a number and the personal columns beside it, and what is a pseudonym already stays', async () => {
		const calls = [
			'call,branch,started_at,caller,subject,手机号',
			'C1,B01,2026-10-01 09:00:00,G-0123456789,缴费,13812345678',
			'C2,B01,2026-10-01 09:00:00,g-01234abcde,缴费,',
			'C3,B01,2026-10-01 09:00:00,xG-0123456789,缴费,',
			'C4,B01,2026-10-01 09:00:00,G-0123456789a,缴费,',
			'C5,B01,2026-10-01 09:00:00,G-1,缴费,'
		].join('\n');
		const { text, titles } = await clean(encodeText(calls, 'utf-8'));
		expect(titles).toEqual(['手机号', 'caller']);
		expect(
			text!
				.split('\n')
				.slice(1, 6)
				.map((line) => line.split(',')[3])
		).toEqual(['G-0123456789', 'g-01234abcde', 'G-0', 'G-1', 'G-2']);
		expect(text).not.toContain('13812345678');
	});

	it('is hashed as it always was: without what nobody sees, in small letters', async () => {
		const calls = 'call,branch,started_at,caller,subject\nC1,B01,2026-10-01 09:00:00,ＥＸＴ 12,缴费\n';
		const [opened] = (await openFile(bytesSource('a.csv', bytesOf(calls)))).tables as [OpenedTable];
		const how = await understand(opened.source, opened.encoding, { given: {} });
		const names: string[] = [];
		await scrubbed(opened.source, opened.encoding, how, scrubOf(how)!, BUILT_IN, (name) => {
			names.push(name);
			return 'G';
		});
		expect(names).toEqual(['ext 12']);
	});
});
