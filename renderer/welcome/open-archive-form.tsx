import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ArchiveInfo } from '../../shared/api/archive.ts'
import { useT } from '../text/use-t.ts'
import { useWorkbench } from '../workbench/context.ts'
import { queryKeys } from '../workbench/query-keys.ts'
import { errorCode, errorText } from '../workbench/services/error-text.ts'
import { TextField } from '../workbench/text-field.tsx'

/** The known archives, the latest chosen and the focus in its passphrase: type, Enter. A wrong passphrase stays to be mended. */
export function OpenArchiveForm({
  known,
  latest,
}: {
  known: readonly ArchiveInfo[]
  latest: string | undefined
}) {
  const t = useT()
  const { client } = useWorkbench()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(latest ?? known[0]?.path)
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<{ text: string; atPassphrase: boolean }>()
  const [busy, setBusy] = useState(false)
  const archive = known.find(({ path }) => path === chosen) ?? known[0]
  const asks = archive?.key === 'passphrase'
  useEffect(() => input.current?.focus(), [])

  if (archive === undefined) return null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(undefined)
    try {
      const status = await client.archive.open({ path: archive.path, ...(asks ? { passphrase } : {}) })
      queryClient.setQueryData(queryKeys.archive, status)
    } catch (refusal) {
      const atPassphrase = ['WRONG_PASSPHRASE', 'PASSPHRASE_NEEDED'].includes(errorCode(refusal) ?? '')
      setFailure({ text: errorText(t, refusal), atPassphrase })
      input.current?.select()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <fieldset className="form-field">
        <legend className={known.length === 1 ? 'visually-hidden' : undefined}>
          {t('welcome.open.which')}
        </legend>
        <div className="welcome-archives">
          {known.map(({ path, name }) => (
            <label key={path} className="welcome-archive">
              <input
                type="radio"
                name="archive"
                checked={path === archive.path}
                onChange={() => {
                  setChosen(path)
                  setFailure(undefined)
                }}
              />
              <span>
                {name}
                <span className="welcome-path">{path}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {asks ? (
        <TextField
          label={t('welcome.open.passphrase')}
          name="passphrase"
          type="password"
          autoComplete="current-password"
          inputRef={input}
          value={passphrase}
          onChange={setPassphrase}
          error={failure?.atPassphrase === true ? failure.text : undefined}
        />
      ) : null}
      <div role="alert">
        {failure === undefined ? null : (
          <p className={failure.atPassphrase ? 'visually-hidden' : 'form-summary'}>{failure.text}</p>
        )}
      </div>
      <div className="form-actions">
        <button type="submit" className="button button-primary" disabled={busy}>
          {t(busy ? 'welcome.open.busy' : 'welcome.open.submit')}
        </button>
      </div>
    </form>
  )
}
