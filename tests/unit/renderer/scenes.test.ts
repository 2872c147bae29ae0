import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editorOf } from '../../../renderer/features/training/packs/show-scene.ts'
import { sceneOf } from '../../../renderer/features/training/packs/state.ts'
import { packCaseId, packNoteId } from '../../../shared/training/ids.ts'
import { packSchema } from '../../../shared/training/pack.ts'

const pack = packSchema.parse(JSON.parse(readFileSync('templates/demo/plan-eller-planering.json', 'utf8')))

test('a scene shows a case, or a note of it, as it stands in the archive', () => {
  expect(editorOf(pack, { case: 'asta' })).toEqual({ type: 'case', caseId: packCaseId(pack.id, 'asta') })
  expect(editorOf(pack, { case: 'asta', note: 'plan' })).toEqual({
    type: 'note',
    caseId: packCaseId(pack.id, 'asta'),
    noteId: packNoteId(pack.id, 'asta', 'plan'),
  })
})

test('after each scene comes the next, and after the last none', () => {
  const scenes = pack.scenes ?? []
  expect(sceneOf({ pack, place: 0 })).toEqual({ scene: scenes[0], next: scenes[1] })
  expect(sceneOf({ pack, place: scenes.length - 1 }).next).toBeUndefined()
  expect(sceneOf(undefined)).toEqual({ scene: undefined, next: undefined })
})
