import { useQuery } from '@tanstack/react-query'
import { shownWords } from '../../../shared/studio/text.ts'
import { useApi } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'

/** The templates that are being written here, above those that notes are written in. Nothing where there are none. */
export function WorkingCopies() {
  const t = useT()
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  const activeEditor = useActiveEditor()
  const { data } = useQuery(useApi().studio.list.queryOptions())
  const copies = data?.working ?? []
  if (copies.length === 0) return null
  return (
    <section className="templates-working" aria-labelledby="templates-copies">
      <h3 className="templates-copies" id="templates-copies">
        {t('studio.copies')}
      </h3>
      <ul>
        {copies.map(({ id, named }) => (
          <li key={id}>
            <button
              type="button"
              className="templates-item"
              aria-current={
                activeEditor?.type === 'studio' && activeEditor.copyId === id ? 'page' : undefined
              }
              onClick={() => runCommand('studio.open', { copy: id })}
            >
              <Icon name="edit" className="templates-icon" />
              <span className="templates-title">
                {shownWords(named.title ?? {}, language) || t('studio.untitled')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
