import type { NoteId } from '../../../../shared/case/ids.ts'
import { packCaseId, packNoteId } from '../../../../shared/training/ids.ts'
import type { Pack, PackScene } from '../../../../shared/training/pack.ts'
import { noteServices } from '../../../note-model/services.ts'
import type { Services } from '../../../workbench/contribution.ts'
import type { EditorInput } from '../../../workbench/editor-input.ts'
import { type SceneShown, sceneOf, useScene } from './state.ts'

type Shown = PackScene['shows'][number]

/** What a scene shows, as the editor that shows it. */
export function editorOf(pack: Pack, { case: key, note }: Shown): EditorInput {
  const caseId = packCaseId(pack.id, key)
  return note === undefined
    ? { type: 'case', caseId }
    : { type: 'note', noteId: packNoteId(pack.id, key, note), caseId }
}

/** The field that a scene begins at: the one it names, or the first of what it points at. */
const fieldOf = ({ field, points = [] }: Shown) =>
  field ?? points.find((point) => point.field !== undefined)?.field

/** A note that a scene shows, and where in it the scene begins. */
export interface BeginsIn {
  readonly noteId: NoteId
  readonly section: string | undefined
  readonly field: string | undefined
}

/** The notes that a scene shows; none where it shows whole cases. */
export function notesOf(shown: SceneShown): BeginsIn[] {
  const shows = sceneOf(shown).scene?.shows ?? []
  return shows.flatMap((each) => {
    const input = editorOf(shown.pack, each)
    return input.type === 'note'
      ? [{ noteId: input.noteId, section: each.section, field: fieldOf(each) }]
      : []
  })
}

/** Opens what a scene shows, for real: two side by side where it shows two, and the field it begins at in the first. */
export function showScene(
  { client, editors }: Pick<Services, 'client' | 'editors'>,
  pack: Pack,
  place: number,
): void {
  const [first, second] = pack.scenes?.[place]?.shows ?? []
  if (first === undefined) return
  useScene.setState({ shown: { pack, place } })
  const input = editorOf(pack, first)
  const field = fieldOf(first)
  if (input.type === 'note' && field !== undefined)
    noteServices(client).goTo.set({ note: input.noteId, where: { field } })
  editors.open(input)
  if (second !== undefined) editors.open(editorOf(pack, second), { beside: input, keepFocus: true })
}
