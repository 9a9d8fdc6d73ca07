import { describe, expect, it } from 'vitest';
import { PERSONAL_KINDS } from '../../../src/lib/language/personal-kinds';
import { hiddenFrom, masked, withoutNumbers } from '../../../src/lib/policy/masks';
import { policyWith } from '../../support/policy';

describe('masks', () => {
	it.each([
		['customer', '张三丰', '张*'],
		['customer', ' Anna Smith', 'A*'],
		['customer', '𠮷田', '𠮷*'],
		['rater', '王芳', '王*'],
		['home', '1-2-301', '1-2-*'],
		['home', '3栋2单元501室', '3栋2单元*'],
		['home', '３栋２单元５０１', '３栋２单元*'],
		['home', 'B01-0007', 'B01-*'],
		['home', '301', '*'],
		['home', '1-2-301、1-2-302', '1-2-*、1-2-*'],
		['home', '1-2-301(车位12)', '1-2-*'],
		['home', '(1-2-301)', '*'],
		['home', '三栋二单元', '三*'],
		['caller', '13812345678', '138****5678'],
		['caller', '+8613812345678', '+86****5678'],
		['caller', '075512345', '07****'],
		['caller', 'G-0123456789', 'G-****'],
		['customer', '  ', '']
	] as const)('make of the %s %s %s', (kind, text, left) => expect(masked(kind, text)).toBe(left));

	it('take mobile numbers out of what was written freely, and nothing else', () => {
		expect(withoutNumbers('回电13812345678，工单GD20261005001，单号 202613812345678')).toBe(
			'回电138****5678，工单GD20261005001，单号 202613812345678'
		);
	});

	it('hide by the policy’s table: HR needs all, head office none, a branch no numbers and no raters', () => {
		const masks = policyWith().masks!;
		expect([...hiddenFrom(masks, 'hr')]).toEqual([]);
		expect([...hiddenFrom(masks, 'head_office')]).toEqual([...PERSONAL_KINDS]);
		expect([...hiddenFrom(masks, 'branch_manager')]).toEqual(['caller', 'rater']);
		const own = [
			{ role: 'branch_manager', hides: ['caller'] },
			{ role: 'staff', hides: ['home'] }
		] as typeof masks;
		expect([...hiddenFrom(own, 'branch_manager', 'staff')]).toEqual(['caller', 'home']);
	});
});
