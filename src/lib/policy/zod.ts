import { z } from 'zod';

// it would probe `eval`, which the page's own policy forbids
z.config({ jitless: true });

/** Zod, set up once for every schema. */
export { z };
