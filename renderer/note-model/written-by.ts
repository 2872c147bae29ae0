import { isWrittenBy, type Template } from '../../shared/template/template.ts'
import { useT } from '../base/use-t.ts'
import { useArchive } from '../workbench/context.ts'

/** Why whoever works now does not write in notes of a template: who does, in words. Undefined where they write in it. */
export type BarredTemplate = (template: Template) => string | undefined

/** Asks of templates which of them are of other roles: the core refuses those, so they are not offered as if they were not. */
export function useBarredTemplate(): BarredTemplate {
  const t = useT()
  const archive = useArchive()
  return (template) => {
    if (archive.state !== 'open' || template.writtenBy === undefined) return undefined
    if (isWrittenBy(template, archive.user.role, { demo: archive.archive.demo })) return undefined
    const roles = template.writtenBy.map((role) => t(`lists.role.${role}`).toLowerCase()).join(', ')
    return t('notes.chooser.barred', { roles })
  }
}
