import { type FormEvent, useState } from 'react'
import { create } from 'zustand'
import { readDateText } from '../../../../shared/case/date-text.ts'
import type { IsoDate } from '../../../../shared/case/dates.ts'
import { playableDaySchema } from '../../../../shared/training/playable-day.ts'
import { errorText } from '../../../api/error-text.ts'
import { useApi } from '../../../api/use-client.ts'
import { AskDialog } from '../../../base/ask-dialog.tsx'
import { useToday } from '../../../base/clock.ts'
import { Labelled } from '../../../base/form-kit.tsx'
import { useT } from '../../../base/use-t.ts'
import { DateEntry } from '../../../fields/date-entry.tsx'
import { useArchive, useWorkbench } from '../../../workbench/context.ts'
import { StatusButton } from '../../../workbench/status-bar.tsx'
import '../../../base/dialog.css'

/** The day that a trainer wrote; undefined where no demo archive can be played on it. */
export const readPlayable = (text: string, today: IsoDate): IsoDate | undefined =>
  playableDaySchema.safeParse(readDateText(text, { today })).data

const useAsking = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }))

/** Asks which day the demo archive is to be played on. */
export const askForDay = (): void => useAsking.setState({ isOpen: true })
const close = () => useAsking.setState({ isOpen: false })

/** The day that the demo archive stands still on, in the status bar; nothing where it goes by the calendar. */
export function PlayedDayStatus() {
  const t = useT()
  const archive = useArchive()
  const day = archive.state === 'open' ? archive.playedOn : undefined
  return day === undefined ? null : (
    <StatusButton command="pack.day" icon="calendar">
      {t('scenes.played', { day })}
    </StatusButton>
  )
}

/** Moves the demo archive to another day, or lets it go by the calendar again. Nothing that is written in it changes. */
export function PlayedDayDialog() {
  const t = useT()
  const { isOpen } = useAsking()
  return (
    <AskDialog
      isOpen={isOpen}
      close={close}
      title={t('scenes.played.command')}
      body={t('scenes.played.lead')}
    >
      <DayForm />
    </AskDialog>
  )
}

function DayForm() {
  const t = useT()
  const api = useApi()
  const today = useToday()
  const { client, notify, queryClient } = useWorkbench()
  const [text, setText] = useState<string>(today)
  const [problem, setProblem] = useState<string>()
  const playOn = async (day: IsoDate | null) => {
    try {
      const status = await client.training.day({ day })
      queryClient.setQueryData(api.archive.status.queryKey(), status)
      await queryClient.invalidateQueries({ queryKey: api.key() })
      notify(day === null ? t('scenes.played.followed') : t('scenes.played.done', { day }), 'success')
      close()
    } catch (refusal) {
      setProblem(errorText(t, refusal))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const day = readPlayable(text, today)
    if (day === undefined) setProblem(t('scenes.load.noDay'))
    else void playOn(day)
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      <Labelled label={t('scenes.played.label')} error={problem}>
        {(ties) => (
          <DateEntry {...ties} name="day" value={text} origin={{ today }} onChange={setText} required />
        )}
      </Labelled>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={close}>
          {t('frame.cancel')}
        </button>
        <button type="button" className="button" onClick={() => void playOn(null)}>
          {t('scenes.played.follow')}
        </button>
        <button type="submit" className="button button-primary">
          {t('scenes.played.do')}
        </button>
      </div>
    </form>
  )
}
