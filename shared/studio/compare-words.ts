import { inLanguage, type Language, translate } from '../text/index.ts'
import type { PartChange, PartDifference, TemplatePart } from './compare.ts'
import type { MemberChange } from './compare-members.ts'

/** A part by its kind and name: `fältet ”Mål”`. */
export function partWords(language: Language, { kind, name }: TemplatePart): string {
  return translate(language, `publish.part.${kind}`, { name })
}

/** What has become of a part as a whole: `nytt, i avsnittet ”Bedömning”`. */
export function wholeWords(language: Language, whole: PartChange): string {
  if (whole.change === 'added')
    return whole.to === undefined
      ? translate(language, 'publish.compare.added')
      : translate(language, 'publish.compare.addedTo', { section: whole.to })
  if (whole.change === 'removed') return translate(language, 'publish.compare.removed')
  const { from, to } = whole
  if (to === undefined) return translate(language, 'publish.compare.moved')
  return from === undefined
    ? translate(language, 'publish.compare.movedWithin', { section: to })
    : translate(language, 'publish.compare.movedTo', { from, to })
}

/** What has become of a member of a part: `ledtext › på svenska: från ”Mål” till ”Målet”`. */
export function memberWords(language: Language, { member, before, after }: MemberChange): string {
  const what = inLanguage(language, member)
  if (before !== undefined && after !== undefined)
    return translate(language, 'publish.compare.changed', { what, before, after })
  if (after !== undefined) return translate(language, 'publish.compare.gained', { what, after })
  if (before !== undefined) return translate(language, 'publish.compare.lost', { what, before })
  return translate(language, 'publish.compare.memberMoved', { what })
}

/** All that differs in a part, a sentence for each. */
export function differenceWords(language: Language, { part, whole, members }: PartDifference): string[] {
  const name = partWords(language, part)
  const said = [
    ...(whole === undefined ? [] : [wholeWords(language, whole)]),
    ...members.map((member) => memberWords(language, member)),
  ]
  return said.map((words) => `${name}: ${words}`)
}
