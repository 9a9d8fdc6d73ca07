/** What a person is in the month's work; a branch manager's branch is named. */
export type Role = 'hr' | 'branch_manager' | 'head_office';

/** Who acts: a signature in the log, not a lock. */
export interface Actor {
	name: string;
	role: Role;
	branch?: string | undefined;
}

export const EVERYONE: Role[] = ['hr', 'branch_manager', 'head_office'];

/** Those who keep the books; a branch's manager asks and answers. */
export const OFFICE: Role[] = ['hr', 'head_office'];
