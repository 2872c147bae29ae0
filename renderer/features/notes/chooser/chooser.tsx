import { useMemo, useRef, useState } from 'react'
import type { CaseId } from '../../../../shared/case/ids.ts'
import { shippedGuide } from '../../../../shared/guide/shipped.ts'
import { type WayAnswer, wayThrough } from '../../../../shared/guide/way.ts'
import type { Template } from '../../../../shared/template/template.ts'
import type { TextKey } from '../../../../shared/text/index.ts'
import { useCase, useTemplates } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import { useBarredTemplate } from '../../../note-model/written-by.ts'
import type { Choice } from './choice.ts'
import { Questions } from './questions.tsx'
import { TemplateFinder } from './template-finder.tsx'
import './chooser.css'

/** A few questions lead to the right template and say why; or it is found by what it is called. */
export function Chooser({ caseId, title, choice }: { caseId: CaseId; title: TextKey; choice: Choice }) {
  const t = useT()
  const { data: summary } = useCase(caseId)
  const { data: templates } = useTemplates()
  const barred = useBarredTemplate()
  const [path, setPath] = useState<readonly WayAnswer['next'][]>([])
  const way = useMemo(() => wayThrough(shippedGuide, templates ?? []), [templates])
  const finder = useRef<HTMLInputElement>(null)
  const take = (template: Template) => {
    if (choice.preview) setPath([...path, { template }])
    else void choice.run(template)
  }
  return (
    <div className="chooser">
      <h1 className="chooser-title">{t(title)}</h1>
      <p className="chooser-case">
        {summary === undefined
          ? ''
          : t('notes.band.case', { number: summary.case.number, name: summary.case.insured.name })}
      </p>
      {templates === undefined ? null : (
        <div className="chooser-columns">
          <Questions
            title={title}
            way={way}
            path={path}
            setPath={setPath}
            choice={choice}
            barred={barred}
            find={() => finder.current?.focus()}
          />
          <TemplateFinder way={way} take={take} barred={barred} busy={choice.busy} input={finder} />
        </div>
      )}
    </div>
  )
}
