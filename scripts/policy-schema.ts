import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJSONSchema } from 'zod/v4/core';
import { policySchema } from '../src/lib/policy/schema';

/** The JSON Schema of a policy file, as it stands beside the policies. */
export const policySchemaJson = (): string => JSON.stringify(toJSONSchema(policySchema), null, 2) + '\n';

if (process.argv[1] === fileURLToPath(import.meta.url))
	writeFileSync(
		join(fileURLToPath(new URL('.', import.meta.url)), '../data/policies/policy.schema.json'),
		policySchemaJson()
	);
