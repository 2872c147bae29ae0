/**
 * What each kind of editor is opened with: ids alone, never data, so that a layout can be stored and restored without
 * carrying anything about a case. A feature adds its kinds where it defines their editors:
 *
 *     declare module '../../workbench/editor-input.ts' {
 *       interface EditorInputs { note: { noteId: NoteId; caseId: CaseId } }
 *     }
 */
export interface EditorInputs {
  keys: object
}

type InputMap = { [T in keyof EditorInputs]: { type: T } & EditorInputs[T] }
export type EditorType = keyof EditorInputs
export type EditorInputOf<T extends EditorType> = InputMap[T]
export type EditorInput = InputMap[EditorType]

/** Names an editor: two inputs with the same id are the same tab. Stable between starts. */
export function editorId({ type, ...ids }: EditorInput): string {
  const values = Object.entries(ids)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => String(value))
  return [type, ...values].join(':')
}

/** Reads an input from stored JSON; undefined where no editor knows it. The registry has it. */
export type ReadInput = (raw: unknown) => EditorInput | undefined
