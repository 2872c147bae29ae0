import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { errorText } from '../../api/error-text.ts'
import { apiOf } from '../../api/use-client.ts'
import { saveFile } from '../../base/files.ts'
import { FormAlert } from '../../base/form-kit.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

const forms = [
  ['json', 'proof.anchor.save'],
  ['eml', 'proof.anchor.mail'],
  ['pdf', 'proof.anchor.print'],
] as const

/** What an anchor is, the digest as it stands in groups to read aloud, and the ways to keep one outside the archive. */
export function AnchorSection() {
  const t = useT()
  const language = useLanguage()
  const { client, notify } = useWorkbench()
  const heading = useId()
  const [problem, setProblem] = useState<string>()
  const { data, refetch } = useQuery(apiOf(client).proof.head.queryOptions())
  const make = async (form: (typeof forms)[number][0]) => {
    setProblem(undefined)
    try {
      saveFile(await client.proof.anchor({ form, language }))
      notify(t('proof.anchor.made'), 'success')
      await refetch()
    } catch (error) {
      setProblem(errorText(t, error))
    }
  }
  return (
    <section className="proof-section" aria-labelledby={heading}>
      <h2 className="page-heading" id={heading}>
        {t('proof.anchor.title')}
      </h2>
      <p>{t('proof.anchor.what.text')}</p>
      <p>{t('proof.anchor.how.text')}</p>
      {data === undefined ? null : (
        <dl className="proof-head">
          <dt>{t('proof.anchor.now')}</dt>
          <dd>
            <code className="proof-digest">{(data.head.match(/.{8}/g) ?? []).join(' ')}</code>
          </dd>
          <dt>{t('proof.anchor.entries')}</dt>
          <dd>{data.entries}</dd>
          <dt>{t('proof.anchor.records')}</dt>
          <dd>{data.records}</dd>
        </dl>
      )}
      <div className="proof-actions">
        {forms.map(([form, key]) => (
          <button key={form} type="button" className="button" onClick={() => void make(form)}>
            {t(key)}
          </button>
        ))}
      </div>
      <FormAlert text={problem} />
    </section>
  )
}
