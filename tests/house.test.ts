import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import handbook from '../data/policies/handbook-1.json';
import vocabulary from '../data/vocabulary.json';
import { isMessage } from '../src/lib/language/messages';
import { MEASURES } from '../src/lib/sql/measures';
import { DATASETS, datasetOf, stagedColumns } from '../src/lib/intake/dataset';
import { columnsOf } from '../src/lib/reports/evidence';
import { PARTS } from '../src/lib/reports/parts';
import { DERIVED } from '../src/lib/sql/derived';
import { MACROS, PIPELINE } from '../src/lib/sql/pipeline';
import { readSql } from '../src/lib/sql/read';
import { policySchemaJson } from '../scripts/policy-schema';
import { fieldAt, type Field } from '../src/lib/policy/form';

const root = new URL('../', import.meta.url).pathname;
const files = (folder: string, ending: RegExp): string[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((f) => ending.test(f))
		.map((f) => join(folder, f).replaceAll('\\', '/'));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The floors, from the top: a room uses what lies below it. */
const FLOORS = [
	['routes'],
	['work'],
	['ui'],
	['views', 'reports'],
	['charts', 'sheets'],
	['month'],
	['compute'],
	['record'],
	['engine'],
	['policy'],
	['intake'],
	['sql'],
	['calendar', 'language']
];
const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string): string => {
	if (file.startsWith('src/routes/')) return 'routes';
	return file.replace('src/lib/', '').split('/')[0]!;
};
const LIBRARIES: Record<string, string[]> = {
	'@duckdb/duckdb-wasm': ['engine'],
	'@clickhouse/client': ['engine'],
	'@polyglot-sql/sdk': ['engine'],
	'apache-arrow': ['engine', 'intake'],
	'hash-wasm': ['intake'],
	papaparse: ['sheets'],
	zod: ['policy'],
	idb: ['record'],
	echarts: ['ui'],
	'bits-ui': ['ui'],
	virtua: ['ui'],
	hucre: ['sheets', 'intake'],
	fflate: ['intake', 'sheets'],
	pptxgenjs: ['sheets'],
	'age-encryption': ['record'],
	htmlparser2: ['intake'],
	chardet: ['intake'],
	numfmt: ['intake'],
	cfb: ['intake'],
	'chinese-days': ['calendar'],
	'@tanstack/svelte-table': ['ui']
};
const importsOf = (file: string): string[] =>
	[...text(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1]!);

describe('the house', () => {
	it('imports go down only, and each library is imported in its own room', () => {
		const wrong: string[] = [];
		for (const file of files('src', /\.(ts|svelte)$/)) {
			const room = roomOf(file);
			for (const target of importsOf(file)) {
				const library = Object.keys(LIBRARIES).find((l) => target === l || target.startsWith(`${l}/`));
				if (library && !LIBRARIES[library]!.includes(room)) wrong.push(`${file}: ${target}`);
				const path = target.startsWith('$lib/')
					? `src/lib/${target.slice(5)}`
					: target.startsWith('.')
						? join(file, '..', target)
						: null;
				if (!path?.startsWith('src/') || path.endsWith('.css')) continue;
				const other = roomOf(path.includes('.') || path.split('/').length > 3 ? path : `${path}.ts`);
				const isBelow = other === room || floorOf(other) > floorOf(room);
				if (!isBelow || floorOf(other) < 0) wrong.push(`${file}: ${room} → ${other}`);
			}
		}
		expect(wrong).toEqual([]);
	});

	it('what installs the packages needs none of them', () => {
		const seen = new Set<string>();
		const wrong: string[] = [];
		const walk = (file: string): void => {
			if (seen.has(file)) return;
			seen.add(file);
			for (const [, target] of text(file).matchAll(/^import [^;]*?'([^']+)'/gms))
				if (target!.startsWith('.')) walk(join(file, '..', target!));
				else if (!target!.startsWith('node:')) wrong.push(`${file}: ${target!}`);
		};
		for (const file of ['scripts/start.mjs', 'scripts/test.mjs']) walk(file);
		expect(wrong).toEqual([]);
		expect(seen).toContain('scripts/setup.mjs');
	});

	it('components know nothing of the house: all comes as props', () => {
		const own = files('src/lib/ui', /\.(ts|svelte)$/).flatMap((file) =>
			importsOf(file)
				.filter((target) => target.startsWith('$') || target.startsWith('..'))
				.map((target) => `${file}: ${target}`)
		);
		expect(own).toEqual([]);
	});

	it('no module needs itself by way of others', () => {
		const graph = new Map<string, string[]>();
		const all = files('src/lib', /\.ts$/);
		const known = new Set(all);
		for (const file of all) {
			const needs = [...text(file).matchAll(/^import (?!type )[^;]*?from '(\.[^']+)'/gms)].map((m) =>
				join(file, '..', m[1]!)
			);
			graph.set(
				file,
				needs.flatMap((n) => [n, `${n}.ts`].filter((path) => known.has(path)))
			);
		}
		const circles: string[] = [];
		const done = new Set<string>();
		const walk = (file: string, path: string[]): void => {
			const at = path.indexOf(file);
			if (at >= 0) return void circles.push([...path.slice(at), file].join(' → '));
			if (done.has(file)) return;
			for (const next of graph.get(file)!) walk(next, [...path, file]);
			done.add(file);
		};
		for (const file of all) walk(file, []);
		expect(circles).toEqual([]);
	});

	it('queries are written in sql, compute and reports alone', () => {
		const others = files('src', /\.(ts|svelte)$/).filter(
			(file) => !['sql', 'compute', 'reports'].includes(roomOf(file))
		);
		expect(others.filter((file) => /[`'"]\s*select\b[^`'"]*\bfrom\b/i.test(text(file)))).toEqual([]);
	});

	it('every relation has its file and every file its relation; each says its grain in the first line', () => {
		const named = [...PIPELINE.map((r) => r.name).filter((name) => !(name in DERIVED)), MACROS].sort();
		const found = files('src/lib/sql', /\.sql$/).map((f) =>
			f.replace('src/lib/sql/', '').replace('.sql', '').replace('/', '.')
		);
		expect(
			found.filter((name) => !named.includes(name)),
			'named nowhere in pipeline.ts'
		).toEqual([]);
		expect(
			named.filter((name) => !found.includes(name)),
			'no file of that name'
		).toEqual([]);
		for (const file of files('src/lib/sql', /\.sql$/)) expect(text(file), file).toMatch(/^-- \S/);
	});

	it('SQL reads only what comes before it, and facts never read policy', () => {
		const place = new Map(PIPELINE.map((r, i) => [r.name, i]));
		for (const [i, { name }] of PIPELINE.entries()) {
			const sql = readSql(name);
			const read = [
				...sql.matchAll(
					/\b(?:from|join|,)\s+((?:staging|policy|checks|facts|rows|counted|measures|scores|rankings|awards|reports)\.\w+)/g
				)
			].map((m) => m[1]!);
			for (const other of read)
				expect(place.get(other) ?? Infinity, `${name} reads ${other}`).toBeLessThan(i);
			if (name.startsWith('facts.'))
				expect(
					read.filter((r) => r.startsWith('policy.')),
					name
				).toEqual([]);
		}
	});

	it('staged relations have the columns of data/exports.json', () => {
		for (const dataset of DATASETS) {
			const sql = text(`src/lib/sql/staging/${dataset.relation}.sql`);
			const columns = [...sql.matchAll(/ as "?(\w+)"?/g)].map((m) => m[1]!);
			expect(columns, dataset.dataset).toEqual([
				...dataset.columns.flatMap(stagedColumns),
				'source_file',
				'source_record',
				'source_line'
			]);
		}
	});

	it('the policy’s JSON Schema beside it is the one that the program checks by', () => {
		const isSame = text('data/policies/policy.schema.json') === policySchemaJson();
		expect(isSame, 'npm run schema writes it anew').toBe(true);
	});

	it('every field of the policy’s form has a name in both languages', () => {
		// these have forms of their own
		const own = ['$schema', 'readings', 'scorecards', 'lines'];
		const keys = new Set<string>();
		const collect = (field: Field): void => {
			if (field.kind === 'list') collect(field.item);
			if (field.kind !== 'group') return;
			for (const [key, child] of field.fields) {
				keys.add(key);
				collect(child);
			}
		};
		collect(fieldAt());
		expect([...keys].filter((key) => !isMessage(`field.${key}`))).toEqual(own);
	});

	it('the list of the handbook’s items has each number once, and names only measures and data sets that there are', () => {
		const rows = [...text('docs/handbook.md').matchAll(/^\| (\d+) \| .+ \| L\d+ \| (.+?) \| (.+) \|$/gm)];
		expect(rows.map((r) => Number(r[1]))).toEqual(Array.from({ length: 222 }, (_, i) => i + 1));
		const said = (how: string): number => rows.filter((r) => r[2] === how).length;
		expect(text('docs/handbook.md')).toContain(
			`${said('computed')} are computed, ${said('log')} covered by logs, ${said('plan')} by plans, ${said('not measured')} not measured.`
		);
		const lines = (handbook.scorecards as { lines: { line: string }[] }[]).flatMap((c) =>
			c.lines.map((l) => l.line)
		);
		const known = new Set([
			...Object.keys(MEASURES),
			...DATASETS.map((d) => d.dataset),
			...Object.keys(handbook.readings),
			...lines,
			'parts.groups.first',
			'parts.groups.penalties'
		]);
		const named = rows.flatMap((r) => [...r[3]!.matchAll(/`([^`]+)`/g)].map((m) => m[1]!));
		expect([...new Set(named.filter((name) => !known.has(name)))]).toEqual([]);
	});

	it('every measure has a specification', () => {
		const specs = ['lines', 'readings', 'parts', 'totals']
			.map((name) => text(`tests/specs/${name}.md`))
			.join('\n');
		const none = Object.keys(MEASURES).filter((measure) => !specs.includes(measure));
		expect(none, 'a section in tests/specs/parts.md says what a measure counts').toEqual([]);
	});

	it('what reports show can be narrowed to one branch, but for the ranking of groups', () => {
		const asked = PIPELINE.flatMap(({ name, kind }) => (kind === 'asked' ? [name] : []));
		const shown = new RegExp(String.raw`\b(from|join) (staging\.shown|reports\.slot|${asked.join('|')})\b`);
		for (const { name } of PIPELINE) {
			const sql = readSql(name);
			// what is computed once for all branches is narrowed by whoever reads it
			if (!shown.test(sql) || name === 'reports.group_month' || asked.includes(name)) continue;
			expect(sql, name).toContain('only_branch');
		}
	});

	it('every part, table, figure and column of the reports has its word', () => {
		for (const part of PARTS) {
			const words = [`part.${part.id}`, `partLead.${part.id}`];
			for (const section of part.sections) {
				const own = (id: string): string =>
					isMessage(`figure.${section.id}.${id}`) ? `figure.${section.id}.${id}` : `figure.${id}`;
				const columns = datasetOf(section.behind?.dataset ?? 'tickets').columns.map((c) => c.column);
				const ids = [
					...part.headline,
					...(section.by ?? []).filter((id) => id !== 'all'),
					...[...(section.keys ?? []), ...section.figures].flatMap((f) => [f.id, f.ninety ?? f.id]),
					...(section.behind ? columnsOf(section.behind) : []).filter((id) => !columns.includes(id))
				];
				words.push(`section.${section.id}`, ...ids.map(own));
			}
			expect(
				words.filter((w) => !isMessage(w)),
				part.id
			).toEqual([]);
		}
	});

	it('every word list of the vocabulary has a title', () => {
		for (const list of Object.keys(vocabulary)) expect(isMessage(`words.${list}`), list).toBe(true);
	});

	it('a word is one type: the README’s list says where, and no two modules export one name', () => {
		const modules = new Map<string, string[]>();
		for (const file of files('src/lib', /\.ts$/))
			for (const [, name] of text(file).matchAll(/^export (?:abstract )?(?:type|interface|class) (\w+)/gm))
				modules.set(name!, [
					...(modules.get(name!) ?? []),
					file.replace('src/lib/', '').replace(/(\.svelte)?\.ts$/, '')
				]);
		expect([...modules].filter(([, where]) => where.length > 1)).toEqual([]);
		const said = [...text('README.md').matchAll(/^\| .+ \| `(\w+)` in ([\w/-]+) \|$/gm)];
		expect(said.length).toBeGreaterThan(20);
		expect(said.filter(([, name, where]) => modules.get(name!)?.[0] !== where).map((m) => m[0])).toEqual([]);
	});

	it('record and month say what their values are without a cast, and month is pure', () => {
		const month = files('src/lib/month', /\.ts$/);
		for (const file of month) expect(text(file), file).not.toMatch(/new Date|\bDate\.|\$state|\bawait\b/);
		const casts = [...files('src/lib/record', /\.ts$/), ...month].flatMap((file) =>
			[...text(file).matchAll(/^(?!import|export|\s*(?:\/\*\*|\*|\/\/)).*\bas (?!const\b)(\w+)/gm)].map(
				(m) => `${file}: ${m[0].trim()}`
			)
		);
		expect(casts).toEqual([]);
	});

	it('files stay small: half of them within 60 lines, none but catalogues over 250', () => {
		const length = (file: string): number => text(file).split('\n').length - 1;
		const sizes = files('src', /\.(ts|sql)$/)
			.map(length)
			.sort((a, b) => a - b);
		expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
		const isCatalogue = (file: string): boolean =>
			/^src\/lib\/language\/(zh|en)\//.test(file) || file === 'src/lib/sql/measures.ts';
		const long = [...files('src', /\.(ts|sql|svelte|css)$/), ...files('scripts', /\.(ts|mjs)$/)].filter(
			(file) => length(file) > 250 && !isCatalogue(file)
		);
		expect(long).toEqual([]);
		// what runs is read most, and once was one class that did everything
		expect(files('src/lib/work', /\.ts$/).filter((file) => length(file) > 200)).toEqual([]);
	});

	it('styles take type and space from the scales, and change at two widths', () => {
		const styles = [
			...files('src', /\.css$/).map((file) => [file, text(file)] as const),
			...files('src', /\.svelte$/).map(
				(file) => [file, /<style>(.*)<\/style>/s.exec(text(file))?.[1] ?? ''] as const
			)
		].filter(([file]) => !file.endsWith('tokens.css'));
		const odd = styles.flatMap(([file, css]) => {
			const sizes = css.match(/font-size: \d+px/g) ?? [];
			// a hair's breadth, and what clears the bar at the foot of a small screen
			const space = (css.match(/(?<![\w-])(?:gap|(?:padding|margin)[a-z-]*): [^;]*\d\dpx/g) ?? []).filter(
				(rule) => !rule.includes('96px')
			);
			const widths = (css.match(/max-width: \d+px\)/g) ?? []).filter((w) => !/ (900|600)px/.test(w));
			return [...sizes, ...space, ...widths].map((rule) => `${file}: ${rule}`);
		});
		expect(odd).toEqual([]);
	});

	it('markup joins no words by hand: what stands between them is in the catalogues', () => {
		const markup = files('src', /\.svelte$/).map((file) => [
			file,
			text(file)
				.replace(/<script.*?<\/script>|<style>.*<\/style>|<!--.*?-->/gs, '')
				// the seal beside the name is a picture
				.replace('aria-hidden="true">核<', '')
		]);
		expect(
			markup
				.filter(([, drawn]) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(drawn!))
				.map(([file]) => file)
		).toEqual([]);
	});
});
