import { useQuery } from '@tanstack/react-query'
import type { TemplateRef } from '../../../shared/template/template.ts'
import { useApi } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'

/** How many drafts a version is newer than, so that they may follow to it. Nothing where there are none. */
export function AffectedDrafts({ template: { id, version } }: { template: TemplateRef }) {
  const t = useT()
  const { data } = useQuery(useApi().studio.affected.queryOptions({ input: { id, version } }))
  if (data === undefined || data.drafts === 0) return null
  return <p>{t('publish.affected', { count: data.drafts })}</p>
}
