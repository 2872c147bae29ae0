import { readFileSync } from 'node:fs'
import { createORPCClient } from '@orpc/client'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../../renderer/api/use-client.ts'
import { editorOf, showScene } from '../../../renderer/features/training/packs/show-scene.ts'
import { endScene, sceneOf } from '../../../renderer/features/training/packs/state.ts'
import { noteServices } from '../../../renderer/note-model/services.ts'
import { type EditorInput, editorId } from '../../../renderer/workbench/editor-input.ts'
import { packCaseId, packNoteId } from '../../../shared/training/ids.ts'
import { packSchema } from '../../../shared/training/pack.ts'
import { draft } from '../notes/support.ts'

const packOf = (id: string) => packSchema.parse(JSON.parse(readFileSync(`templates/demo/${id}.json`, 'utf8')))
const pack = packOf('plan-eller-planering')

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

describe('what a scene opens', () => {
  const scenes = pack.scenes ?? []
  const shown = (place: number) => (scenes[place]?.shows ?? []).map((each) => editorId(editorOf(pack, each)))
  /** A window whose tabs stand in a row. */
  function window() {
    const client: Client = createORPCClient({ call: () => Promise.reject(new Error('No core is asked.')) })
    let tabs: string[] = []
    const isOpen = (input: EditorInput) => tabs.includes(editorId(input))
    const open = (input: EditorInput) => {
      if (!isOpen(input)) tabs = [...tabs, editorId(input)]
    }
    const close = (input: EditorInput) => {
      tabs = tabs.filter((id) => id !== editorId(input))
    }
    const replace = (input: EditorInput, next: EditorInput) => {
      tabs = tabs.map((id) => (id === editorId(input) ? editorId(next) : id))
    }
    return { client, tabs: () => tabs, editors: { open, close, isOpen, replace } }
  }
  beforeEach(endScene)

  test.each(['plan-eller-planering', 'regel-for-regel', 'tva-ar-i-ett-arende'])(
    'is all that is open of %s, scene after scene, and on the way back',
    (id) => {
      const stepped = packOf(id)
      const all = stepped.scenes ?? []
      const at = window()
      for (const place of [...all.keys(), ...[...all.keys()].toReversed()]) {
        showScene(at, stepped, place)
        const shows = all[place]?.shows ?? []
        expect(at.tabs()).toEqual(shows.map((each) => editorId(editorOf(stepped, each))))
      }
    },
  )

  test('takes no tab that somebody had opened themselves', () => {
    const at = window()
    at.editors.open(editorOf(pack, { case: 'asta', note: 'plan' }))
    showScene(at, pack, 0)
    showScene(at, pack, 6)
    expect(at.tabs()).toEqual([shown(0)[0], ...shown(6)])
  })

  test('takes no tab that somebody has written in since', () => {
    const at = window()
    showScene(at, pack, 0)
    const session = noteServices(at.client).sessions.open({
      ...draft({ mal: 'a' }),
      id: packNoteId(pack.id, 'asta', 'planering'),
    })
    session.edit('mal', 'skrivet under lektionen')
    showScene(at, pack, 6)
    expect(at.tabs()).toEqual([...shown(6), shown(0)[1]])
    session.dispose()
  })

  test('is nothing where the pack has no such scene', () => {
    const at = window()
    showScene(at, pack, scenes.length)
    expect(at.tabs()).toEqual([])
  })
})
