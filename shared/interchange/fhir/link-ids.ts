/**
 * Link ids of a template's parts. A field has its own id, a column and a part of an answer theirs after the field's and a
 * point, and a section's begins with a word and a stroke: none of ours holds either, so no two are the same.
 */
const SECTION = 'avsnitt/'

export const sectionLink = (id: string) => `${SECTION}${id}`
export const partLink = (linkId: string, path: readonly string[]) => [linkId, ...path].join('.')
export const wordsLink = (linkId: string) => `${linkId}.other`
export const textLink = (linkId: string) => `${linkId}.text`
export const helpLink = (linkId: string) => `${linkId}.help`

/** The id in a link id: what is after the section's word, or after the link id that it stands in. */
export function idIn(linkId: string, parent: string | undefined): string {
  if (parent === undefined) return linkId.startsWith(SECTION) ? linkId.slice(SECTION.length) : linkId
  return linkId.startsWith(`${parent}.`) ? linkId.slice(parent.length + 1) : linkId
}
