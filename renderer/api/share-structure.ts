import { replaceEqualDeep } from '@tanstack/react-query'

/** Whether a member `__proto__` stands anywhere in it: an answer may have that name. */
function holdsProto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsProto)
}

/** What was read anew, with the parts that are as they were before; as it came where a copy would lose a member. */
export function shareStructure(before: unknown, after: unknown): unknown {
  return holdsProto(after) ? after : replaceEqualDeep(before, after)
}
