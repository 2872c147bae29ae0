import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ArchiveInfo } from '../../../shared/api/archive.ts'
import { errorCode, errorText } from '../../api/error-text.ts'
import { FormAlert, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { RecoverForm } from './recover-form.tsx'
import { RestoreForm } from './restore-form.tsx'
import { useWayIn } from './ways-in.ts'

interface Failure {
  readonly text: string
  readonly atPassphrase: boolean
}

/**
 * The known archives (at least one), the first chosen and the focus where Enter opens it: in its passphrase, or on the
 * button where the keychain has the key. A wrong passphrase stays to be mended.
 */
export function OpenArchiveForm(props: {
  offered: readonly [ArchiveInfo, ...ArchiveInfo[]]
  latest: string | undefined
}) {
  const { offered, latest } = props
  const t = useT()
  const { client } = useWorkbench()
  const passphraseInput = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState(offered[0].path)
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [way, setWay] = useState<'open' | 'recover' | 'restore'>('open')
  const { busy, enter } = useWayIn((refusal) => {
    const atPassphrase = ['WRONG_PASSPHRASE', 'PASSPHRASE_NEEDED'].includes(errorCode(refusal) ?? '')
    setFailure({ text: errorText(t, refusal), atPassphrase })
    if (atPassphrase) passphraseInput.current?.select()
  })
  const archive = offered.find(({ path }) => path === chosen) ?? offered[0]
  const asks = archive.key === 'passphrase' && !archive.demo
  useEffect(() => {
    if (way === 'open') (passphraseInput.current ?? button.current)?.focus()
  }, [way])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asks && passphrase === '') {
      setFailure({ text: t('welcome.open.passphrase.empty'), atPassphrase: true })
      passphraseInput.current?.focus()
      return
    }
    setFailure(undefined)
    void enter(() => client.archive.open({ path: archive.path, ...(asks ? { passphrase } : {}) }))
  }

  const back = () => setWay('open')
  if (way === 'recover') return <RecoverForm archive={archive} back={back} />
  if (way === 'restore') return <RestoreForm archive={archive} back={back} />
  return (
    <form className="form" noValidate onSubmit={submit}>
      <fieldset className="form-field">
        <legend className={offered.length === 1 ? 'visually-hidden' : undefined}>
          {t('welcome.open.which')}
        </legend>
        <div className="welcome-archives">
          {offered.map((each) => (
            <ArchiveChoice
              key={each.path}
              archive={each}
              latest={each.path === latest && offered.length > 1}
              chosen={each === archive}
              onChoose={() => {
                setChosen(each.path)
                setFailure(undefined)
              }}
            />
          ))}
        </div>
      </fieldset>
      {asks ? (
        <TextField
          label={t('welcome.open.passphrase')}
          name="passphrase"
          type="password"
          autoComplete="current-password"
          inputRef={passphraseInput}
          value={passphrase}
          onChange={setPassphrase}
          error={failure?.atPassphrase === true ? failure.text : undefined}
        />
      ) : null}
      {failure?.atPassphrase === true ? (
        <div role="alert" className="visually-hidden">
          {failure.text}
        </div>
      ) : (
        <FormAlert text={failure?.text} />
      )}
      <div className="form-actions">
        <button ref={button} type="submit" className="button button-primary" aria-disabled={busy}>
          {t(busy ? 'welcome.open.busy' : 'welcome.open.submit')}
        </button>
      </div>
      {archive.demo ? null : (
        <div className="welcome-help">
          {asks ? (
            <button type="button" className="link-button" onClick={() => setWay('recover')}>
              {t('welcome.open.forgotten')}
            </button>
          ) : null}
          <button type="button" className="link-button" onClick={() => setWay('restore')}>
            {t('welcome.open.restore')}
          </button>
        </div>
      )}
    </form>
  )
}

function ArchiveChoice(props: {
  archive: ArchiveInfo
  latest: boolean
  chosen: boolean
  onChoose: () => void
}) {
  const t = useT()
  const { name, path, key } = props.archive
  return (
    <label className="welcome-archive">
      <input type="radio" name="archive" checked={props.chosen} onChange={props.onChoose} />
      <span>
        <span className="welcome-archive-name">{name}</span>
        {props.latest ? <span className="welcome-latest"> {t('welcome.open.latest')}</span> : null}
        <span className="welcome-path">{path}</span>
        <span className="welcome-path">{t(`welcome.open.key.${key}`)}</span>
      </span>
    </label>
  )
}
