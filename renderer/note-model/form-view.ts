import type { CaseDetails } from '../../shared/case/case.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { Field } from '../../shared/fields/index.ts'
import { type Conditions, conditionsOf } from '../../shared/note/conditions.ts'
import type { Template } from '../../shared/template/template.ts'
import { templateIndex } from '../../shared/template/template.ts'
import type { Unsubscribe } from '../base/listeners.ts'
import type { NoteSession } from './session/note-session.ts'

/** Which fields of an open note are shown, and which of them must be answered. */
export interface FormView {
  /** The shown fields, in document order; the same array until that changes. */
  visible: () => readonly Field[]
  isObligatory: (field: string) => boolean
  /** Which columns of a row are shown, and which of them must be answered. */
  row: Conditions['row']
  onChange: (listener: () => void) => Unsubscribe
}

function sameList<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index])
}

/** Follows a session's answers with the conditions of its template; works out each state of the answers once. */
export function createFormView(
  session: Pick<NoteSession, 'answers' | 'onEdit'>,
  template: Template,
  details: CaseDetails,
  today: IsoDate,
): FormView {
  const { entries } = templateIndex(template)
  let seen: ReturnType<NoteSession['answers']> | undefined
  let shown: readonly Field[] = []
  let demanded: ReadonlySet<string> = new Set<string>()

  let conditions = conditionsOf(template, session.answers(), { case: details, today })

  function work(): void {
    const answers = session.answers()
    if (answers === seen) return
    seen = answers
    conditions = conditionsOf(template, answers, { case: details, today })
    const { visible, obligatory } = conditions
    const next = entries.map(({ field }) => field).filter((field) => visible(field.id))
    if (!sameList(next, shown)) shown = next
    demanded = new Set<string>(shown.filter(({ id }) => obligatory(id)).map((field) => field.id))
  }

  return {
    visible: () => {
      work()
      return shown
    },
    isObligatory: (field) => {
      work()
      return demanded.has(field)
    },
    row: (columns, answers) => {
      work()
      return conditions.row(columns, answers)
    },
    onChange: (listener) => session.onEdit(listener),
  }
}
