import { useCallback } from 'react'
import type { Note } from '../../shared/note/note.ts'
import { templateOf } from '../../shared/template/template.ts'
import { inLanguage } from '../../shared/text/index.ts'
import { useTemplates } from '../api/use-client.ts'
import { useLanguage, useT } from '../base/use-t.ts'

/**
 * What a note is called wherever it is listed: as its template is, since many templates make documents of one kind; by
 * its kind where the template is not here.
 */
export function useNoteName(): (note: Pick<Note, 'template' | 'kind'>) => string {
  const t = useT()
  const language = useLanguage()
  const { data: templates } = useTemplates()
  return useCallback(
    ({ template, kind }) => {
      const found = templates && templateOf(templates, template)
      return found ? inLanguage(language, found.title) : t(`lists.kind.${kind}`)
    },
    [t, language, templates],
  )
}
