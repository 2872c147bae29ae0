import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { ArchiveStatus } from '../../../shared/api/archive.ts'
import { atWork, type StoredUser } from '../../../shared/user/stored-user.ts'
import type { Role } from '../../../shared/user/user.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { ChoiceField, FormAlert } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

type Open = Extract<ArchiveStatus, { state: 'open' }>

/** The role that somebody is suggested to work in: the one they work in now, else the first of theirs. */
const suggested = (user: StoredUser, { user: now }: Open): Role | undefined =>
  user.id === now.id && user.roles.includes(now.role) ? now.role : user.roles[0]

/** Who works from now on, and in which of their roles; whoever worked last is chosen already. */
export function WhoForm({
  archive,
  submit,
  onDone,
  children,
}: {
  archive: Open
  submit: string
  onDone: () => void
  children?: ReactNode
}) {
  const t = useT()
  const { client, saveAll } = useWorkbench()
  const api = useApi()
  const queryClient = useQueryClient()
  const users = atWork(useQuery(api.people.list.queryOptions()).data ?? [])
  const form = useRef<HTMLFormElement>(null)
  const isKnown = users.length > 0
  // Whoever worked last needs but one key, once it is known who they are.
  useEffect(() => {
    if (isKnown) form.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [isKnown])
  const [chosen, setChosen] = useState(archive.user.id)
  const [picked, setPicked] = useState<Role>()
  const [failure, setFailure] = useState<string>()
  const user = users.find(({ id }) => id === chosen) ?? users[0]
  if (user === undefined) return null
  const role = picked !== undefined && user.roles.includes(picked) ? picked : suggested(user, archive)

  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (role === undefined) return
    // What is written belongs to whoever wrote it, so it is saved under their name first.
    if (!(await saveAll())) return setFailure(t('people.switch.unsaved'))
    try {
      const status = await client.people.switch({ id: user.id, role })
      queryClient.setQueryData(api.archive.status.queryKey(), status)
      onDone()
    } catch (refusal) {
      setFailure(errorText(t, refusal))
    }
  }

  return (
    <form ref={form} className="form" noValidate onSubmit={(event) => void go(event)}>
      <FormAlert text={failure} />
      <ChoiceField
        label={t('people.who.name')}
        name="who"
        value={user.id}
        options={users.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          setChosen(id)
          setPicked(undefined)
        }}
      />
      <ChoiceField
        label={t('people.who.role')}
        name="role"
        value={role}
        options={user.roles.map((value) => ({ value, label: t(`lists.role.${value}`) }))}
        onChange={setPicked}
      />
      <div className="form-actions">
        {children}
        <button type="submit" className="button button-primary">
          {submit}
        </button>
      </div>
    </form>
  )
}
