import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ArchiveInfo } from '../../../shared/api/archive.ts'
import type { Backup } from '../../../shared/api/backups.ts'
import { type Timestamp, timeText } from '../../../shared/case/dates.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { FormAlert, TextField } from '../../base/form-kit.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { Back } from './recover-form.tsx'
import { useWayIn } from './ways-in.ts'

/** Puts a backup in the place of an archive that will not open. It is asked first, with what is lost in between. */
export function RestoreForm({ archive, back }: { archive: ArchiveInfo; back: () => void }) {
  const t = useT()
  const { client, confirm, notify } = useWorkbench()
  const timeOf = useTime()
  const { data, error } = useQuery(useApi().backups.of.queryOptions({ input: { path: archive.path } }))
  const [chosen, setChosen] = useState<string>()
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<string>()
  const { busy, enter } = useWayIn((refusal) => setFailure(errorText(t, refusal)))
  const backup = data?.backups.find(({ name }) => name === chosen) ?? data?.backups[0]

  const restore = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(undefined)
    if (backup === undefined) return
    const at = timeOf(backup.at)
    const goesAhead = await confirm({
      title: t('welcome.restore.title', { name: archive.name }),
      body:
        data?.written === undefined
          ? t('welcome.restore.lost', { at })
          : t('welcome.restore.lostUntil', { at, written: timeOf(data.written) }),
      confirm: t('welcome.restore.confirm'),
      danger: true,
    })
    if (!goesAhead) return
    await enter(async () => {
      const asked = archive.key === 'passphrase' ? { passphrase } : {}
      const { status, aside } = await client.backups.restore({
        path: archive.path,
        name: backup.name,
        ...asked,
      })
      notify(t(aside.length === 0 ? 'welcome.restore.done' : 'welcome.restore.doneAside', { at }), 'success')
      return status
    })
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void restore(event)}>
      <p>{t('welcome.restore.lead', { name: archive.name })}</p>
      <FormAlert text={failure ?? (error === null ? undefined : errorText(t, error))} />
      {backup === undefined ? (
        <p role="status">{data === undefined ? '' : t('welcome.restore.none', { folder: data.folder })}</p>
      ) : (
        <>
          <fieldset className="form-field">
            <legend>{t('welcome.restore.which')}</legend>
            <div className="welcome-archives welcome-backups">
              {data?.backups.map((each) => (
                <BackupChoice
                  key={each.name}
                  backup={each}
                  chosen={each === backup}
                  onChoose={() => setChosen(each.name)}
                />
              ))}
            </div>
          </fieldset>
          {archive.key === 'passphrase' ? (
            <TextField
              label={t('welcome.open.passphrase')}
              name="passphrase"
              type="password"
              autoComplete="current-password"
              value={passphrase}
              onChange={setPassphrase}
            />
          ) : null}
        </>
      )}
      <div className="form-actions">
        <Back back={back} />
        {backup === undefined ? null : (
          <button type="submit" className="button button-primary" aria-disabled={busy}>
            {t(busy ? 'welcome.restore.busy' : 'welcome.restore.submit')}
          </button>
        )}
      </div>
    </form>
  )
}

/** Day and time of day, in words for the user. */
function useTime(): (at: Timestamp) => string {
  const language = useLanguage()
  return (at) => timeText(language, at)
}

function BackupChoice(props: { backup: Backup; chosen: boolean; onChoose: () => void }) {
  const t = useT()
  const timeOf = useTime()
  const { at, cases, notes, findings } = props.backup
  return (
    <label className="welcome-archive">
      <input type="radio" name="backup" checked={props.chosen} onChange={props.onChoose} />
      <span>
        <span className="welcome-archive-name">{timeOf(at)}</span>
        <span className="welcome-path">
          {cases === undefined || notes === undefined
            ? t('welcome.restore.unknown')
            : t('welcome.restore.holds', { cases, notes })}
          {findings === 0 ? ` · ${t('welcome.restore.checked')}` : null}
        </span>
      </span>
    </label>
  )
}
