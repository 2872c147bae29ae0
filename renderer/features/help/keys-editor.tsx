import { useState } from 'react'
import { TextField } from '../../base/form-kit.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useRegistry } from '../../workbench/context.ts'
import { rank } from '../../workbench/palette/rank.ts'
import './help.css'
import { isMac, parseStroke, strokeLabel } from '../../workbench/keybindings.ts'

/** Every command and its keys, to be read and filtered. */
export function KeysEditor() {
  const t = useT()
  const language = useLanguage()
  const { commands } = useRegistry()
  const [filter, setFilter] = useState('')
  const rows = [...commands.values()]
    .filter(({ hidden }) => hidden !== true)
    .map(({ id, title, category, keys = [] }) => {
      const labels = keys.map((key) => strokeLabel(parseStroke(key, isMac), isMac, language))
      const name = t(title)
      const group = category === undefined ? '' : t(category)
      return { id, name, group, labels, texts: [name, group, ...labels] }
    })
    .toSorted((a, b) => b.labels.length - a.labels.length || a.name.localeCompare(b.name, language))
  const found = rank(filter, rows)
  return (
    <div className="page">
      <h1 className="page-title">{t('frame.command.keys')}</h1>
      <p className="page-lead">{t('frame.keys.lead')}</p>
      <div className="keys-filter">
        <TextField
          label={t('frame.keys.filter')}
          name="filter"
          optional
          value={filter}
          onChange={setFilter}
        />
      </div>
      {found.length === 0 ? (
        <p role="status">{t('frame.keys.none')}</p>
      ) : (
        <table className="keys-table">
          <thead>
            <tr>
              <th scope="col">{t('frame.keys.command')}</th>
              <th scope="col">{t('frame.keys.key')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ id, name, group, labels }) => (
              <tr key={id}>
                <th scope="row">
                  {name} <span className="keys-group">{group}</span>
                </th>
                <td>
                  {labels.map((label) => (
                    <kbd key={label}>{label}</kbd>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
