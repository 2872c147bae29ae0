import { useQuery } from '@tanstack/react-query'
import { swedishDate } from '../../../shared/case/dates.ts'
import type { StoredUser } from '../../../shared/user/stored-user.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useMay } from '../../note-model/may.ts'
import { usePeopleDialog } from './state.ts'
import './people.css'

/** Användare: everybody who works or has worked in the archive, with roles and rights. */
export function UsersEditor() {
  const t = useT()
  const { data: users = [], error } = useQuery(useApi().people.list.queryOptions())
  const mayChange = useMay('manage-users')
  return (
    <article className="page">
      <h1 className="page-title">{t('people.title')}</h1>
      <p className="page-lead">{t('people.lead')}</p>
      {error === null ? null : <p role="alert">{errorText(t, error)}</p>}
      <table className="page-table people-table">
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.roles')}</th>
            <th scope="col">{t('people.rights')}</th>
            <th scope="col">{t('people.since')}</th>
            {mayChange ? <th scope="col">{t('people.actions')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
      {mayChange ? (
        <div className="form-actions people-actions">
          <button
            type="button"
            className="button button-primary"
            onClick={() => usePeopleDialog.setState({ kind: 'user', user: undefined })}
          >
            <Icon name="add" />
            {t('people.add')}
          </button>
        </div>
      ) : (
        <p className="form-hint">{t('people.readOnly')}</p>
      )}
    </article>
  )
}

function UserRow({ user, mayChange }: { user: StoredUser; mayChange: boolean }) {
  const t = useT()
  const { name, roles, rights, addedAt, leftAt } = user
  const day = (at: string) => swedishDate(new Date(at))
  return (
    <tr data-left={leftAt !== undefined || undefined}>
      <th scope="row">{name}</th>
      <td>{roles.map((role) => t(`lists.role.${role}`)).join(', ')}</td>
      <td>{rights.length === 0 ? '–' : rights.map((right) => t(`lists.right.${right}`)).join('; ')}</td>
      <td>
        {leftAt === undefined ? day(addedAt) : t('people.left', { from: day(addedAt), to: day(leftAt) })}
      </td>
      {mayChange ? (
        <td>
          <button
            type="button"
            className="link-button"
            aria-label={t('people.change.of', { name })}
            onClick={() => usePeopleDialog.setState({ kind: 'user', user })}
          >
            {t('people.change.button')}
          </button>
        </td>
      ) : null}
    </tr>
  )
}
