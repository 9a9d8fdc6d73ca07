import type { ClientInit } from '@sveltejs/kit';
import { preferences } from '$lib/work/preferences.svelte';

/** Nothing is loaded or drawn before the language of the last visit is there. */
export const init: ClientInit = () => preferences.ready;
