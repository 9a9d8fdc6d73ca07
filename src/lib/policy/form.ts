import { toJSONSchema } from 'zod/v4/core';
import { policySchema } from './schema';

/** How a value of a policy is entered, told from the schema: the form follows the schema, whatever it becomes. */
export type Field =
	| { kind: 'text' | 'decimal' | 'integer' | 'flag' | 'month' | 'words' | 'reading'; blank: boolean }
	| { kind: 'choice'; options: string[]; blank: boolean }
	| { kind: 'group'; fields: [key: string, field: Field, required: boolean][] }
	| { kind: 'list'; item: Field; fresh: unknown };

interface Node {
	type?: string;
	const?: string;
	enum?: string[];
	pattern?: string;
	anyOf?: Node[];
	items?: Node;
	properties?: Record<string, Node>;
	required?: string[];
}

const root = toJSONSchema(policySchema) as Node;

/** The field for one part of a policy: its keys and list entries as a path, list entries as `*`. */
export function fieldAt(...path: string[]): Field {
	let node: Node | undefined = root;
	for (const key of path) node = key === '*' ? node?.items : node?.properties?.[key];
	if (!node) throw new Error(`the policy schema has no ${path.join('.')}`);
	return fieldOf(node);
}

function fieldOf(node: Node, blank = false): Field {
	if (node.anyOf) {
		const others = node.anyOf.filter((n) => n.type !== 'null');
		const plain = others.find((n) => !n.properties?.['reading']) ?? others[0]!;
		return fieldOf(plain, others.length < node.anyOf.length);
	}
	if (node.enum) return { kind: 'choice', options: node.enum, blank };
	if (node.properties) return groupOf(node.properties, node.required ?? [], blank);
	if (node.type === 'array') return { kind: 'list', item: fieldOf(node.items!), fresh: freshOf(node.items!) };
	if (node.type === 'boolean') return { kind: 'flag', blank };
	if (node.type === 'integer') return { kind: 'integer', blank };
	if (node.pattern?.startsWith('^-?\\d')) return { kind: 'decimal', blank };
	if (node.pattern?.startsWith('^\\d{4}')) return { kind: 'month', blank };
	return { kind: 'text', blank };
}

function groupOf(properties: Record<string, Node>, required: string[], blank: boolean): Field {
	const keys = Object.keys(properties);
	if (keys.join() === 'zh,en') return { kind: 'words', blank };
	if (keys.join() === 'reading') return { kind: 'reading', blank };
	return {
		kind: 'group',
		fields: keys.map((key) => [key, fieldOf(properties[key]!), required.includes(key)])
	};
}

/** What a new list entry holds before anything is typed. */
function freshOf(node: Node): unknown {
	if (node.anyOf) return freshOf(node.anyOf[0]!);
	if (node.enum) return node.enum[0];
	if (node.properties)
		return Object.fromEntries((node.required ?? []).map((key) => [key, freshOf(node.properties![key]!)]));
	if (node.type === 'array') return [];
	if (node.type === 'boolean') return false;
	if (node.type === 'integer') return 1;
	return node.pattern?.startsWith('^-?\\d') ? '0' : '';
}
