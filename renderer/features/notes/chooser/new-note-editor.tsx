import { useMemo, useRef } from 'react'
import { shippedGuide } from '../../../../shared/guide/shipped.ts'
import { wayThrough } from '../../../../shared/guide/way.ts'
import { useCase, useTemplates } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { Questions } from './questions.tsx'
import { TemplateFinder } from './template-finder.tsx'
import { useCreate } from './use-create.ts'
import './chooser.css'

/** "Vad ska du dokumentera?" A few questions lead to the right template and say why; or it is found by what it is called. */
export function NewNoteEditor({ input }: { input: EditorInputOf<'new-note'> }) {
  const t = useT()
  const { data: summary } = useCase(input.caseId)
  const { data: templates } = useTemplates()
  const { create, busy } = useCreate(input)
  const way = useMemo(() => wayThrough(shippedGuide, templates ?? []), [templates])
  const finder = useRef<HTMLInputElement>(null)
  return (
    <div className="chooser">
      <h1 className="chooser-title">{t('notes.chooser.title')}</h1>
      <p className="chooser-case">
        {summary === undefined
          ? ''
          : t('notes.band.case', { number: summary.case.number, name: summary.case.insured.name })}
      </p>
      {templates === undefined ? null : (
        <div className="chooser-columns">
          <Questions way={way} create={create} busy={busy} find={() => finder.current?.focus()} />
          <TemplateFinder way={way} create={create} busy={busy} input={finder} />
        </div>
      )}
    </div>
  )
}
