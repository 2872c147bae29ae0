import { act, render } from '@testing-library/react'
import { useMemo, useSyncExternalStore } from 'react'
import { FieldContext, type FieldContextValue } from '../../../../renderer/fields/field-context.ts'
import { FieldView } from '../../../../renderer/fields/index.tsx'
import { createFormView } from '../../../../renderer/note-model/form-view.ts'
import { createMarkerService } from '../../../../renderer/note-model/marker-service.ts'
import { createNoteSession } from '../../../../renderer/note-model/session/note-session.ts'
import type { Answers } from '../../../../shared/note/answers.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { context } from '../../check/sample.ts'
import { draft, fakeClock, fakeStore } from '../../notes/support.ts'

/** The form of a note of a template: what the window draws of it, and the session that holds its answers. */
export function openForm(template: Template, answers: Answers = {}) {
  const store = fakeStore(draft(answers))
  const session = createNoteSession(store.current(), store, fakeClock())
  const undo: (() => void)[] = []

  function Form() {
    const view = useMemo(() => createFormView(session, template, context.case, context.today), [])
    const visible = useSyncExternalStore(view.onChange, view.visible)
    const value = useMemo(
      (): FieldContextValue => ({
        session,
        template,
        view,
        markers: createMarkerService(),
        details: context.case,
        today: context.today,
        runFix: () => undefined,
        removed: (_, back) => undo.push(back),
        announce: () => undefined,
      }),
      [view],
    )
    return (
      <FieldContext value={value}>
        {visible.map((field) => (
          <FieldView key={field.id} field={field} />
        ))}
      </FieldContext>
    )
  }
  render(<Form />)
  return {
    answers: () => session.answers(),
    /** An answer that comes from elsewhere: a fix, another window. */
    edit: (field: string, value: Answers[string] | undefined) => act(() => session.edit(field, value)),
    undo: () => act(() => undo.pop()?.()),
  }
}
