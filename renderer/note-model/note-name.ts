import { useCallback } from 'react'
import type { NoteState } from '../../shared/note/lifecycle.ts'
import type { Note } from '../../shared/note/note.ts'
import { templateOf } from '../../shared/template/template.ts'
import { inLanguage } from '../../shared/text/index.ts'
import { useTemplates } from '../api/use-client.ts'
import type { IconName } from '../base/icon.tsx'
import { useLanguage, useT } from '../base/use-t.ts'

const stateIcons: Readonly<Record<NoteState, IconName>> = {
  utkast: 'edit',
  last: 'lock-small',
  inlamnad: 'mail',
  aterlamnad: 'reply',
  godkand: 'pass',
  journalford: 'lock',
}

/** The icon of how a note stands; the word stands beside it. */
export const stateIcon = (state: NoteState): IconName => stateIcons[state]

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
      return amends === undefined
        ? title
        : t(amends.verb === 'rattelse' ? 'amend.name.correction' : 'amend.name.addition', { title })
    },
    [t, language, templates],
  )
}
