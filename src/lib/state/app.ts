import { Workspace } from './workspace.svelte';

/** The one workspace of this page. */
export const workspace = new Workspace();

/** What pages depend on, to be loaded anew when results are. */
export const RESULTS_KEY = 'kaohe:results';
