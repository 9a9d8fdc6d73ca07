import { expect, it } from 'vitest';
import { BROUGHT } from '../../../src/lib/compute/on-cluster';
import { PIPELINE } from '../../../src/lib/sql/pipeline';
import { readSql } from '../../../src/lib/sql/read';

const brought = new Set(BROUGHT);
const kinds = new Map(PIPELINE.map(({ name, kind }) => [name, kind]));
const readBy = (name: string): string[] =>
	[
		...readSql(name)
			.replaceAll(/--.*$/gm, '')
			.matchAll(/\b(?:checks|facts|rows)\.[a-z_]+\b/g)
	].map(([read]) => read);

/** Whether a relation was brought, or is a view over what was. */
const stands = (name: string): boolean =>
	brought.has(name) || (kinds.get(name) === 'view' && readBy(name).length > 0 && readBy(name).every(stands));

it('brings from the cluster all that scores, ranks and prizes read of facts and rows', () => {
	const above = PIPELINE.filter(
		({ name, kind }) => kind !== 'input' && /^(scores|rankings|awards)\./.test(name)
	);
	const left = above.flatMap(({ name }) =>
		readBy(name)
			.filter((read) => !stands(read))
			.map((read) => `${name} reads ${read}`)
	);
	expect(above.length).toBeGreaterThan(10);
	expect(left).toEqual([]);
});
