import { describe, expect, it } from 'vitest';
import { isolated, message } from '../../../src/lib/language/messages';

describe('names in sentences', () => {
	it('keeps a name that runs the other way to itself, and leaves any other as it is', () => {
		expect(message('zh', 'barred.fill', { what: '评分人' })).toBe('先填写评分人');
		expect(message('en', 'barred.fill', { what: 'abc\u202etxt' })).toBe(
			'Fill in \u2068abc\u202etxt\u2069 first'
		);
		expect(isolated('محمد')).toBe('\u2068محمد\u2069');
		expect(isolated('张敏 😀')).toBe('张敏 😀');
	});
});
