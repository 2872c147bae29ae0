import type { NoteId } from '../../../../shared/case/ids.ts'
import type { FieldId } from '../../../../shared/fields/base.ts'
import { packCaseId, packNoteId } from '../../../../shared/training/ids.ts'
import type { Pack, PackShown } from '../../../../shared/training/pack.ts'
import { noteServices } from '../../../note-model/services.ts'
import type { EditorService, Services } from '../../../workbench/contribution.ts'
import { type EditorInput, editorId } from '../../../workbench/editor-input.ts'
import { type SceneShown, sceneOf, useScene } from './state.ts'

interface Window extends Pick<Services, 'client'> {
  readonly editors: Pick<EditorService, 'open' | 'close' | 'isOpen' | 'replace'>
}

/** What a scene shows, as the editor that shows it. */
export function editorOf(pack: Pack, { case: key, note }: PackShown): EditorInput {
  const caseId = packCaseId(pack.id, key)
  return note === undefined
    ? { type: 'case', caseId }
    : { type: 'note', noteId: packNoteId(pack.id, key, note), caseId }
}

/** The field that is pointed at in each thing that a scene shows: the one that was chosen, that the scene names, or of its first point. */
export function fieldsOf({ pack, place, pointed }: SceneShown): readonly (FieldId | undefined)[] {
  const shows = sceneOf({ pack, place }).scene?.shows ?? []
  return shows.map(({ field, points = [] }, at) =>
    pointed?.at === at ? pointed.field : (field ?? points.find((point) => point.field !== undefined)?.field),
  )
}

/** A note that a scene shows, and where in it the scene points. */
export interface PointsIn {
  readonly noteId: NoteId
  readonly section: string | undefined
  readonly field: FieldId | undefined
}

/** The notes that a scene shows; none where it shows whole cases. */
export function notesOf(shown: SceneShown): PointsIn[] {
  const fields = fieldsOf(shown)
  return (sceneOf(shown).scene?.shows ?? []).flatMap((each, at) => {
    const input = editorOf(shown.pack, each)
    return input.type === 'note' ? [{ noteId: input.noteId, section: each.section, field: fields[at] }] : []
  })
}

/** The focus goes to a field of a note as soon as the note is on the screen. */
function goTo(client: Window['client'], input: EditorInput, field: FieldId | undefined): void {
  if (input.type === 'note' && field !== undefined)
    noteServices(client).goTo.set({ note: input.noteId, where: { field } })
}

const isSame = (one: EditorInput, other: EditorInput | undefined) =>
  other !== undefined && editorId(one) === editorId(other)

/** Whether what the scene before had opened may make room: it is still there, and nobody has written in it. */
function mayGo({ client, editors }: Window, input: EditorInput): boolean {
  if (!editors.isOpen(input)) return false
  const session = input.type === 'note' ? noteServices(client).sessions.get(input.noteId) : undefined
  return session?.hasChanged() !== true
}

/**
 * Opens what a scene shows, for real: two side by side where it shows two, and the field it points at in the first. What the scene
 * before had opened and nobody has written in makes room, so that a lesson of thirty scenes ends with two tabs and not with sixty.
 */
export function showScene(window: Window, pack: Pack, place: number): void {
  const { editors, client } = window
  const wanted = (pack.scenes?.[place]?.shows ?? []).map((shown) => editorOf(pack, shown))
  const [first] = wanted
  if (first === undefined) return
  const shown = { pack, place }
  const before = useScene
    .getState()
    .opened.map((input) => (input && mayGo(window, input) ? input : undefined))
  // What stood in the other place, or in one that is not used now, is opened anew where it belongs.
  const inPlace = before.map((input, at) => {
    if (input === undefined || isSame(input, wanted[at])) return input
    if (wanted[at] !== undefined && !wanted.some((next) => isSame(next, input))) return input
    editors.close(input)
    return undefined
  })
  // A tab that somebody has opened themselves is shown where it is, and stays.
  const isTheirs = (input: EditorInput) =>
    editors.isOpen(input) && !before.some((each) => isSame(input, each))
  const opened = wanted.map((input) => (isTheirs(input) ? undefined : input))
  useScene.setState({ shown, opened })
  goTo(client, first, fieldsOf(shown)[0])
  for (const [at, input] of wanted.entries()) {
    const options = at === 0 ? {} : { beside: first, keepFocus: true }
    const standsThere = inPlace[at]
    if (standsThere === undefined || isSame(standsThere, input)) editors.open(input, options)
    else editors.replace(standsThere, input, options)
  }
}

/** Goes to a field that the scene points at, in the one of its notes that has it. */
export function showPoint({ client, editors }: Window, at: number, field: FieldId): void {
  const { shown } = useScene.getState()
  const shows = sceneOf(shown).scene?.shows ?? []
  const each = shows[at]
  const first = shows[0]
  if (shown === undefined || each === undefined || first === undefined) return
  const input = editorOf(shown.pack, each)
  useScene.setState({ shown: { ...shown, pointed: { at, field } } })
  goTo(client, input, field)
  editors.open(input, each === first ? {} : { beside: editorOf(shown.pack, first) })
}
