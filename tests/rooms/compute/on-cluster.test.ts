import { expect, it } from 'vitest';
import { BROUGHT } from '../../../src/lib/compute/on-cluster';
import { PIPELINE } from '../../../src/lib/sql/pipeline';
import { readSql } from '../../../src/lib/sql/read';

it('brings from the cluster all that scores, ranks and prizes read of facts and rows', () => {
	const brought = new Set(BROUGHT);
	const above = PIPELINE.filter(
		({ name, kind }) => kind !== 'input' && /^(scores|rankings|awards)\./.test(name)
	);
	const left = above.flatMap(({ name }) =>
		[
			...readSql(name)
				.replaceAll(/--.*$/gm, '')
				.matchAll(/\b(checks|facts|rows)\.[a-z_]+\b/g)
		]
			.map(([read]) => read)
			.filter((read) => !brought.has(read))
			.map((read) => `${name} reads ${read}`)
	);
	expect(above.length).toBeGreaterThan(10);
	expect(left).toEqual([]);
});
