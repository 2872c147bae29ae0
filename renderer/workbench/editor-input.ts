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

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)
const membersOf = (object: object): [string, unknown][] =>
  Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .toSorted(byName)

/** A value in which nothing can be taken for what stands between values. */
function idOf(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return String(value).replaceAll(/[%:{}=,]/g, encodeURIComponent)
  return `{${membersOf(value)
    .map(([name, member]) => `${name}=${idOf(member)}`)
    .join()}}`
}

/** Identifies an editor: inputs with the same id share a tab, and those that differ anywhere do not. Stable across restarts. */
export function editorId({ type, ...ids }: EditorInput): string {
  return [type, ...membersOf(ids).map(([, value]) => idOf(value))].join(':')
}

/** Reads an input from stored JSON; undefined if no editor recognises it. The registry provides one. */
export type ReadInput = (raw: unknown) => EditorInput | undefined
