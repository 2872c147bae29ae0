import { useCallback } from 'react'
import type { Note } from '../../shared/note/note.ts'
import { templateOf } from '../../shared/template/template.ts'
import { inLanguage } from '../../shared/text/index.ts'
import { useTemplates } from '../api/use-client.ts'
import { useLanguage, useT } from '../base/use-t.ts'

/**
 * What a note is called wherever it is listed: as its template is, since many templates make documents of one kind; by
 * its kind where the template is not here; and whether it corrects or adds to another.
 */
export function useNoteName(): (note: Pick<Note, 'template' | 'kind' | 'amends'>) => string {
  const t = useT()
  const language = useLanguage()
  const { data: templates } = useTemplates()
  return useCallback(
    ({ template, kind, amends }) => {
      const found = templates && templateOf(templates, template)
      const title = found ? inLanguage(language, found.title) : t(`lists.kind.${kind}`)
      return amends === undefined ? title : t(`amend.name.${amends.verb}`, { title })
    },
    [t, language, templates],
  )
}
