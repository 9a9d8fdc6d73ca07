import { describe, expect, it } from 'vitest';
import { faultsOf, runKills, type Found } from '../../scripts/kill-run';
import { chained, NO_HEAD } from '../../src/lib/record/event';

describe('kills of the tab and the browser', () => {
	it('are looked at by a check that sees what is lost', async () => {
		const data = { added: [{ sha256: 'a', path: 'a.csv', size: 1, dataset: 'callbacks' }], removed: [] };
		const event = await chained(
			NO_HEAD,
			{ kind: 'import', data },
			{ name: '', role: 'hr' },
			'2026-11-02T00:00:00.000Z'
		);
		const whole: Found = { events: [event], files: ['a'], bytes: { a: 'a' } };
		expect(await faultsOf(whole, [event.hash])).toEqual([]);
		for (const [broken, fault] of [
			[{ ...whole, events: [], files: [], bytes: {} }, 'entry 1 was acknowledged and is gone'],
			[{ ...whole, files: [] }, 'files and log disagree'],
			[{ ...whole, bytes: {} }, 'bytes and log disagree'],
			[{ ...whole, bytes: { a: 'b' } }, 'the bytes of a are others'],
			[{ ...whole, events: [{ ...event, reason: 'x' }] }, 'entry 1: changed']
		] as [Found, string][])
			expect(await faultsOf(broken, [event.hash])).toContain(fault);
	});

	it('lose nothing that was acknowledged, and leave nothing half-done', async () => {
		const report = await runKills(6, 20, (line) => console.log(line));
		expect(report.faults).toEqual([]);
		expect(report.acknowledged).toBeGreaterThan(0);
	});
});
