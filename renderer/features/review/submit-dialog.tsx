import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { may } from '../../../shared/user/may.ts'
import { atWork, type StoredUser } from '../../../shared/user/stored-user.ts'
import { isSamePerson, type Role, type User } from '../../../shared/user/user.ts'
import { useApi } from '../../api/use-client.ts'
import { AskDialog } from '../../base/ask-dialog.tsx'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { FormAlert, SelectField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import { useOpenSession } from '../../note-model/use-note.ts'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import { useReviewState } from './review-state.ts'
import { takeStep } from './take-step.ts'

const close = () => useReviewState.setState({ submitting: undefined })

/** Asks to whom a note is handed in. Rendered once. */
export function SubmitDialog() {
  const t = useT()
  const session = useOpenSession(useReviewState(({ submitting }) => submitting))
  return (
    <AskDialog
      isOpen={session !== undefined}
      close={close}
      title={t('review.submit.title')}
      body={t('review.submit.body')}
    >
      {session === undefined ? null : <SubmitForm key={session.id} session={session} />}
    </AskDialog>
  )
}

interface Reviewer {
  readonly user: User
  readonly label: string
}

/** Those of the archive's users who may review, in the role they would do it in, but the one who hands in. */
function reviewersAmong(users: readonly StoredUser[], self: User | undefined, demo: boolean): User[] {
  return atWork(users).flatMap(({ id, name, roles }): User[] => {
    const role = roles.find((each: Role) => may(each, 'review', { demo }))
    const user = role && { id, name, role }
    return user && !(self && isSamePerson(user, self)) ? [user] : []
  })
}

const anybody = 'anybody'

function SubmitForm({ session }: { session: NoteSession }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const archive = useArchive()
  const [to, setTo] = useState(anybody)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { data: users = [] } = useQuery(useApi().people.list.queryOptions())
  const self = archive.state === 'open' ? archive.user : undefined
  const demo = archive.state === 'open' && archive.archive.demo
  const reviewers = reviewersAmong(users, self, demo).map(
    (user): Reviewer => ({ user, label: `${user.name}, ${t(`lists.role.${user.role}`).toLowerCase()}` }),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const chosen = reviewers.find(({ user }) => user.id === to)?.user
    const refused = await takeStep({ client, t }, session, 'lamna-in', { to: chosen })
    setBusy(false)
    if (refused !== undefined) return setProblem(refused)
    notify(t('review.submitted'), 'success')
    close()
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <SelectField
        label={t('review.submit.to')}
        value={to}
        onChange={setTo}
        options={[
          { value: anybody, label: t('review.submit.anybody') },
          ...reviewers.flatMap(({ user, label }) =>
            user.id === undefined ? [] : [{ value: user.id, label }],
          ),
        ]}
      />
      {reviewers.length === 0 ? <p className="form-hint">{t('review.submit.nobody')}</p> : null}
      <FormAlert text={problem} />
      <DialogActions submit={t('review.submit')} icon="mail" disabled={busy} />
    </form>
  )
}
