import { act, render } from '@testing-library/react'
import { useMemo } from 'react'
import { FieldContext, type FieldContextValue } from '../../../../renderer/fields/field-context.ts'
import { FieldView } from '../../../../renderer/fields/index.tsx'
import { createMarkerService } from '../../../../renderer/note-model/marker-service.ts'
import { createReadings, useReadingOf } from '../../../../renderer/note-model/readings.ts'
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

  const markers = createMarkerService()
  const readings = createReadings({ replace: () => undefined })
  readings.follow(session, template, context)

  function Form() {
    const shown = useReadingOf(readings, session.id, (read) => read.shown()) ?? []
    const value = useMemo(
      (): FieldContextValue => ({
        session,
        template,
        readings,
        markers,
        details: context.case,
        today: context.today,
        runFix: () => undefined,
        removed: (_, back) => undo.push(back),
        turn: (way) => void session[way](),
        announce: () => undefined,
      }),
      [],
    )
    return (
      <FieldContext value={value}>
        {shown.map(({ field }) => (
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
