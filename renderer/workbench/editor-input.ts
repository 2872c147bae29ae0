/**
 * What each kind of editor is opened with: ids only, so that a stored layout holds nothing about a case. A feature
 * declares its kinds where it defines their editors:
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

/** Identifies an editor: inputs with the same id share a tab. Stable across restarts. */
export function editorId({ type, ...ids }: EditorInput): string {
  const values = Object.entries(ids)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => String(value))
  return [type, ...values].join(':')
}

/** Reads an input from stored JSON; undefined if no editor recognises it. The registry provides one. */
export type ReadInput = (raw: unknown) => EditorInput | undefined
