import { isComputable, isSound, lintPolicy } from '../policy/lint';
import type { Policy } from '../policy/schema';
import { language } from '../language/language.svelte';

export type Path = (string | number)[];
type Json = null | string | number | boolean | Json[] | { [key: string]: Json | undefined };

/** A policy being written: every change is a step that can be undone; changes of one field in a row are one step. */
export class PolicyEditor {
	private past = $state.raw<Policy[]>([]);
	private future = $state.raw<Policy[]>([]);
	policy = $state.raw<Policy>() as Policy;
	private lastPath = '';
	readonly findings = $derived(lintPolicy(this.policy, language.lang));
	readonly sound = $derived(isSound(this.findings));
	readonly computable = $derived(isComputable(this.findings));

	constructor(
		policy: Policy,
		private readonly onchange: (policy: Policy) => void
	) {
		this.policy = policy;
	}

	get canUndo(): boolean {
		return this.past.length > 0;
	}
	get canRedo(): boolean {
		return this.future.length > 0;
	}

	/** Sets what stands at a path; undefined takes it out. */
	set(path: Path, value: Json | undefined): void {
		// what stands there once something was taken out is something else
		const same = value !== undefined && path.join('/') === this.lastPath;
		this.replace(changed(this.policy, path, value) as unknown as Policy, same);
		this.lastPath = value === undefined ? '' : path.join('/');
	}

	/** Puts another policy in place of this one, as one step. */
	replace(policy: Policy, merge = false): void {
		if (!merge || this.past.length === 0) this.past = [...this.past, this.policy];
		this.future = [];
		this.lastPath = '';
		this.become(policy);
	}

	undo(): void {
		const before = this.past.at(-1);
		if (!before) return;
		this.past = this.past.slice(0, -1);
		this.future = [this.policy, ...this.future];
		this.lastPath = '';
		this.become(before);
	}

	redo(): void {
		const [next, ...rest] = this.future;
		if (!next) return;
		this.future = rest;
		this.past = [...this.past, this.policy];
		this.lastPath = '';
		this.become(next);
	}

	private become(policy: Policy): void {
		this.policy = policy;
		this.onchange(policy);
	}
}

/** A copy with the value at a path changed; what the path doesn't touch is shared. */
function changed(node: Json | undefined, [key, ...rest]: Path, value: Json | undefined): Json | undefined {
	if (key === undefined) return value;
	if (Array.isArray(node)) {
		const copy = [...node];
		const next = changed(copy[key as number], rest, value);
		if (next === undefined) copy.splice(key as number, 1);
		else copy[key as number] = next;
		return copy;
	}
	const copy = { ...(node as Record<string, Json | undefined>) };
	const next = changed(copy[key], rest, value);
	if (next === undefined) return Object.fromEntries(Object.entries(copy).filter(([k]) => k !== key));
	copy[key] = next;
	return copy;
}
