import { createContext } from 'svelte';
import type { Workspace } from './workspace.svelte';

/** The workspace of the page, made by the layout for every component below it. */
export const [useWorkspace, provideWorkspace] = createContext<Workspace>();
