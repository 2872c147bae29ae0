import { describe, expect, test } from 'vitest'
import type { Marker } from '../../../shared/note/marker.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { rules } from '../../../shared/rules/index.ts'
import { isTextKey, localized } from '../../../shared/text/index.ts'
import type { PackShown } from '../../../shared/training/pack.ts'
import { checkBundle, contextOf, notesOf } from './bundles.ts'
import { ruleBundle, ruleCases, ruleNote, rulePack } from './rule-pack.ts'

const keyOf = (id: string, kind: 'fel' | 'ratt') => `r${id.slice(1).padStart(2, '0')}-${kind}`
const ruleMarkers = (markers: readonly Marker[]) => markers.filter(({ rule }) => /^R\d+$/.test(rule))
const fieldErrors = (markers: readonly Marker[]) =>
  markers.filter(({ rule, severity }) => rule.startsWith('falt/') && severity === 'error')

const byId = new Map<string, (typeof rules)[number]>(rules.map((rule) => [rule.id, rule]))
const ids = [...byId.keys()]
const scenes = (rulePack.scenes ?? []).map((scene) => [scene.rule ?? '', scene] as const)
/** What these find stops nothing; every other rule stops journalföring in its failing case. */
const warnings = new Set(['R6', 'R7', 'R9', 'R11', 'R12', 'R14', 'R18', 'R19', 'R22', 'R23', 'R25'])
const asks = new Set(['R20', 'R21', 'R26'])
const severityOf = (id: string) => (warnings.has(id) ? 'warning' : asks.has(id) ? 'info' : 'error')

const noteId = ({ case: key, note }: PackShown) => note && ruleNote(key, note)

/** At which fields a rule finds something in what a scene shows: a note, or of a whole case what concerns the case itself. */
const foundWhere = (rule: string, shown: PackShown) =>
  checkBundle(ruleBundle(shown.case))
    .filter(({ rule: found, where }) => found === rule && where.note === noteId(shown))
    .map(({ where }) => where.field)

describe('every rule has a case that breaks it and a case that keeps it', () => {
  test.each(ids)('%s is found in its failing case, and nothing else is wrong there', (id) => {
    const found = checkBundle(ruleBundle(keyOf(id, 'fel')))
    expect(ruleMarkers(found).map((marker) => [marker.rule, marker.severity])).toEqual([[id, severityOf(id)]])
    expect(fieldErrors(found)).toEqual([])
  })

  test.each(ids)('%s finds nothing in its passing case', (id) => {
    const found = checkBundle(ruleBundle(keyOf(id, 'ratt')))
    expect(ruleMarkers(found)).toEqual([])
    expect(fieldErrors(found)).toEqual([])
  })

  test('no case stands without its rule', () => {
    expect(ruleCases).toEqual(ids.flatMap((id) => [keyOf(id, 'fel'), keyOf(id, 'ratt')]))
  })
})

describe('the trainer steps through the rules in order', () => {
  test('one scene a rule, the broken case beside the mended', () => {
    expect(scenes.map(([rule, { shows }]) => [rule, ...shows.map((shown) => shown.case)])).toEqual(
      ids.map((id) => [id, keyOf(id, 'fel'), keyOf(id, 'ratt')]),
    )
  })

  test.each(scenes)('%s is called what the rule asks, and rests on its sources', (id, { title, source }) => {
    const key = `sources.rule.${id}`
    if (!isTextKey(key)) throw new Error(`No text ${key}`)
    const asked = localized(key)
    expect(title).toEqual({ sv: `${id}. ${asked.sv}`, en: `${id}. ${asked.en}` })
    const sources = byId.get(id)?.sources.filter((each) => /^\d{3}:/.test(each))
    expect(source).toBe(sources?.join('; '))
  })

  test.each(scenes)(
    '%s speaks where its scene points: in the broken case, and not in the mended',
    (id, scene) => {
      const [broken, mended] = scene.shows
      expect(broken && foundWhere(id, broken)).toEqual([broken?.field])
      expect(mended && foundWhere(id, mended)).toEqual([])
    },
  )

  test.each(scenes)('each point of %s is at a field that is seen', (_id, { shows }) => {
    for (const shown of shows) {
      const bundle = ruleBundle(shown.case)
      const subject = notesOf(bundle).find(({ note }) => note.id === noteId(shown))
      const read = subject && readNote(subject, contextOf(bundle, subject))
      const fields = [shown.field, ...(shown.points ?? []).map(({ field }) => field)]
      expect(fields.filter((field) => field !== undefined && read?.visible(field) !== true)).toEqual([])
    }
  })
})
