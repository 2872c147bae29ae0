import { skipToken, useQuery } from '@tanstack/react-query'
import { compareTemplates } from '../../../shared/studio/compare.ts'
import { memberWords, partWords, wholeWords } from '../../../shared/studio/compare-words.ts'
import { templateSchema } from '../../../shared/template/template.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import type { EditorTitle } from '../../workbench/contribution.ts'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import { AffectedDrafts } from './affected-drafts.tsx'
import './publishing.css'

type Input = EditorInputOf<'compare-templates'>

/** The two that are compared: the earlier version, and the later one or a working copy, where that is a template by now. */
function useCompared({ before, after }: Input) {
  const { studio } = useApi()
  const isCopy = 'copyId' in after
  const earlier = useQuery(studio.version.queryOptions({ input: before }))
  const later = useQuery(studio.version.queryOptions({ input: isCopy ? skipToken : after }))
  const copy = useQuery(studio.read.queryOptions({ input: isCopy ? { id: after.copyId } : skipToken }))
  const written = copy.data !== undefined && 'template' in copy.data ? copy.data.template : undefined
  return {
    before: earlier.data,
    after: isCopy ? templateSchema.safeParse(written).data : later.data,
    error: earlier.error ?? later.error ?? copy.error,
    isRead: (isCopy ? copy : later).data !== undefined,
  }
}

/** The tab of a comparison: by the template's title, once it is known. */
export function useCompareTitle({ before }: Input): EditorTitle {
  const t = useT()
  const language = useLanguage()
  const { data } = useQuery(useApi().studio.version.queryOptions({ input: before }))
  const name = data === undefined ? before.id : inLanguage(language, data.title)
  return { title: t('publish.compare.title', { name }), icon: 'diff' }
}

/** What differs between two versions of a template, part by part, in words. */
export function CompareTemplatesEditor({ input }: { input: Input }) {
  const t = useT()
  const language = useLanguage()
  const { before, after, error, isRead } = useCompared(input)
  if (error !== null) return <p className="view-message">{errorText(t, error)}</p>
  if (before === undefined || !isRead) return null
  if (after === undefined) return <p className="view-message">{t('publish.step.unfinished')}</p>
  const differences = compareTemplates(before, after)
  return (
    <article className="page publishing-comparison">
      <h1 className="page-title">{inLanguage(language, after.title)}</h1>
      <p className="page-lead">
        {t('publish.compare.lead', { before: before.version, after: after.version })}
      </p>
      <AffectedDrafts template={after} />
      {differences.length === 0 ? <p>{t('publish.compare.none')}</p> : null}
      <dl className="publishing-differences">
        {differences.map(({ part, whole, members }) => (
          <div key={`${part.kind} ${part.id}`}>
            <dt>{partWords(language, part)}</dt>
            {whole === undefined ? null : <dd>{wholeWords(language, whole)}</dd>}
            {members.map((member) => (
              <dd key={`${member.path} ${member.change}`}>{memberWords(language, member)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </article>
  )
}
