import { fieldIdSchema } from '../fields/base.ts'

const LONGEST = 60

/** An id of a text: Swedish letters without their marks, all else a hyphen. `prefix` where it would not begin with a letter. */
function slugOf(text: string, prefix: string): string {
  const plain = text
    .slice(0, 4 * LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
  const begun = /^[a-z]/.test(plain) ? plain : `${prefix}-${plain}`
  const slug = begun.slice(0, LONGEST).replace(/-+$/, '')
  return fieldIdSchema.safeParse(slug).success ? slug : `${prefix}-${slug}`.slice(0, LONGEST)
}

/** Gives ids that hold and are not yet taken: `plan`, and `plan-2` where there is a plan already. */
export function slugs(prefix: string): (text: string) => string {
  const taken = new Set<string>()
  const last = new Map<string, number>()
  return (text) => {
    const slug = slugOf(text, prefix)
    let found = slug
    for (let number = last.get(slug) ?? 2; taken.has(found); number++) {
      const end = `-${number}`
      found = `${slug.slice(0, LONGEST - end.length).replace(/-+$/, '')}${end}`
      last.set(slug, number + 1)
    }
    taken.add(found)
    return found
  }
}
