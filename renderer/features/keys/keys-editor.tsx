import { useState } from 'react'
import { messageText } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { TextField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useRegistry, useWorkbench } from '../../workbench/context.ts'
import type { Command } from '../../workbench/contribution.ts'
import { isKept, keyLabel, keysOf } from '../../workbench/keybindings.ts'
import { rank } from '../../workbench/palette/rank.ts'
import { savePreferences, usePreferenceFindings, usePreferences } from '../../workbench/preferences.ts'
import { alsoOn, withKeys } from './changes.ts'
import { RecordDialog } from './record-dialog.tsx'
import './keys.css'

/** Every command and its keys: to be found, read, changed, and set back. */
export function KeysEditor() {
  const t = useT()
  const language = useLanguage()
  const { client, queryClient, notify, runCommand } = useWorkbench()
  const { commands } = useRegistry()
  const chosen = usePreferences((state) => state.keys)
  const [filter, setFilter] = useState('')
  const [changing, setChanging] = useState<Command>()
  const rows = [...commands.values()]
    .filter(({ hidden }) => hidden !== true)
    .map((command) => {
      const keys = keysOf(command, chosen)
      const name = t(command.title)
      const group = command.category === undefined ? '' : t(command.category)
      return {
        command,
        keys,
        name,
        group,
        texts: [name, group, ...keys.map((key) => keyLabel(key, language))],
      }
    })
    .toSorted((a, b) => b.keys.length - a.keys.length || a.name.localeCompare(b.name, language))
  const found = rank(filter, rows)
  const change = (command: Command, keys: readonly string[]) => {
    savePreferences({ client, queryClient }, { keys: withKeys(chosen, command, keys) }).catch(
      (error: unknown) => notify(errorText(t, error), 'error'),
    )
  }
  return (
    <div className="page">
      <h1 className="page-title">{t('frame.command.keys')}</h1>
      <p className="page-lead">{t('frame.keys.lead')}</p>
      <Findings />
      <div className="keys-filter">
        <TextField
          label={t('frame.keys.filter')}
          name="filter"
          optional
          value={filter}
          onChange={setFilter}
        />
      </div>
      {Object.keys(chosen).length === 0 ? null : (
        <button type="button" className="button" onClick={() => runCommand('keys.resetAll')}>
          <Icon name="discard" />
          {t('keys.command.resetAll')}
        </button>
      )}
      {found.length === 0 ? (
        <p role="status">{t('frame.keys.none')}</p>
      ) : (
        <table className="keys-table">
          <thead>
            <tr>
              <th scope="col">{t('frame.keys.command')}</th>
              <th scope="col">{t('frame.keys.key')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('keys.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ command, name, group, keys }) => (
              <tr key={command.id} data-command={command.id}>
                <th scope="row">
                  {name} <span className="keys-group">{group}</span>
                </th>
                <td>
                  <Keys command={command} keys={keys} />
                </td>
                <td>
                  <Actions
                    name={name}
                    keys={keys}
                    isChanged={chosen[command.id] !== undefined}
                    onChange={() => setChanging(command)}
                    onRemove={() => change(command, [])}
                    onReset={() => change(command, command.keys ?? [])}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <RecordDialog
        command={changing}
        onClose={() => setChanging(undefined)}
        onChosen={(command, key) => change(command, [key])}
      />
    </div>
  )
}

/** What of the stored preferences could not be read. */
function Findings() {
  const t = useT()
  const language = useLanguage()
  const { findings } = usePreferenceFindings()
  if (findings.length === 0) return null
  return (
    <section aria-label={t('keys.findings')}>
      {findings.map((finding) => {
        const text = messageText(language, finding)
        return (
          <p key={text} className="keys-findings">
            <Icon name="warning" />
            {text}
          </p>
        )
      })}
    </section>
  )
}

/** The keys of a command: struck through where the browser keeps one, and with what else has a key that the user has chosen. */
function Keys({ command, keys }: { command: Command; keys: readonly string[] }) {
  const t = useT()
  const language = useLanguage()
  const { commands } = useRegistry()
  const chosen = usePreferences((state) => state.keys)
  const isChosen = chosen[command.id] !== undefined
  const also = isChosen ? keys.flatMap((key) => alsoOn(commands.values(), chosen, command.id, key)) : []
  return (
    <>
      {keys.map((key) =>
        isKept(key) ? (
          <kbd key={key} className="keys-kept" title={t('keys.kept')}>
            {keyLabel(key, language)}
            <span className="visually-hidden"> ({t('keys.kept')})</span>
          </kbd>
        ) : (
          <kbd key={key}>{keyLabel(key, language)}</kbd>
        ),
      )}
      {isChosen ? <span className="keys-changed">{t('keys.changed')}</span> : null}
      {also.map(({ id, title }) => (
        <span key={id} className="keys-also">
          <Icon name="warning" />
          {t('keys.also', { command: t(title) })}
        </span>
      ))}
    </>
  )
}

interface ActionsProps {
  readonly name: string
  readonly keys: readonly string[]
  readonly isChanged: boolean
  readonly onChange: () => void
  readonly onRemove: () => void
  readonly onReset: () => void
}

function Actions({ name, keys, isChanged, onChange, onRemove, onReset }: ActionsProps) {
  const t = useT()
  return (
    <span className="keys-actions">
      {isChanged ? (
        <button type="button" className="button" aria-label={`${t('keys.reset')}: ${name}`} onClick={onReset}>
          {t('keys.reset')}
        </button>
      ) : null}
      {keys.length === 0 ? null : (
        <button
          type="button"
          className="button"
          aria-label={`${t('keys.remove')}: ${name}`}
          onClick={onRemove}
        >
          {t('keys.remove')}
        </button>
      )}
      <button type="button" className="button" aria-label={`${t('keys.change')}: ${name}`} onClick={onChange}>
        {t('keys.change')}
      </button>
    </span>
  )
}
