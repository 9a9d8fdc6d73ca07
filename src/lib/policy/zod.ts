import { z } from 'zod/mini';

// it would probe `eval`, which the page's own policy forbids
z.config({ ...z.locales.en(), jitless: true });

/** Zod, set up once for every schema. */
export { z };
