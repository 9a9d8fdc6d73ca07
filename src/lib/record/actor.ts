import { z } from '../policy/zod';

const role = z.enum(['hr', 'branch_manager', 'head_office', 'staff']);

/** What a person is in the month's work; a branch manager's and an employee's branch is named. Employees sign what they send back, nothing here. */
export type Role = z.infer<typeof role>;

/** Who acts: a signature in the log, not a lock. */
export const actorSchema = z.object({ name: z.string(), role, branch: z.optional(z.string()) });

export type Actor = z.infer<typeof actorSchema>;

export const EVERYONE: Role[] = ['hr', 'branch_manager', 'head_office'];

/** Those who keep the books; a branch's manager asks and answers. */
export const OFFICE: Role[] = ['hr', 'head_office'];
