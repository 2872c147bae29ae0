import { type Right, type Role, rights, roles } from './user.ts'

/** All that a role or a right decides. */
export const actions = [
  'read',
  'write',
  'submit',
  'review',
  'comment',
  'sign',
  'amend',
  'export',
  'manage-users',
  'dispose',
  'read-log',
  'backup',
  'write-templates',
] as const
export type Action = (typeof actions)[number]

const investigates: readonly Action[] = ['read', 'write', 'submit', 'comment', 'sign', 'amend', 'export']
const reviews: readonly Action[] = [...investigates, 'review']

const byRole: Record<Role, readonly Action[]> = {
  utredare: investigates,
  specialist: reviews,
  rehabiliteringsspecialist: reviews,
  utbildare: ['read'],
  lasare: ['read'],
}

/** A trainer shows everything that a specialist can do, and how templates are written, among invented cases. */
const inDemo: Record<Role, readonly Action[]> = { ...byRole, utbildare: [...reviews, 'write-templates'] }

/**
 * Who looks after templates is appointed, whatever they work with besides: a right, so that an agency need not make somebody a
 * specialist for it, nor let every specialist change what all others write in.
 */
const byRight: Record<Right, readonly Action[]> = {
  anvandare: ['manage-users', 'read-log', 'backup'],
  gallring: ['dispose'],
  mallar: ['write-templates'],
}

/** What is asked besides the role: whether the archive is one of invented cases, and which rights somebody has. */
export interface MayContext {
  readonly demo: boolean
  readonly rights?: readonly Right[] | undefined
}

/** Whether somebody in a role, with these rights, may do something. The one table that the core and the window ask. */
export function may(role: Role, action: Action, { demo, rights: held = [] }: MayContext): boolean {
  return (
    (demo ? inDemo : byRole)[role].includes(action) || held.some((right) => byRight[right].includes(action))
  )
}

/** The roles that may do something, and the right that does, for whoever is told that theirs may not. */
export function whoMay(
  action: Action,
  { demo }: Pick<MayContext, 'demo'>,
): { roles: readonly Role[]; right: Right | undefined } {
  const right = rights.find((each) => byRight[each].includes(action))
  return { roles: roles.filter((role) => may(role, action, { demo })), right }
}
