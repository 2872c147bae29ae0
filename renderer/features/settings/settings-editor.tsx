import { useT } from '../../base/use-t.ts'
import { useArchive } from '../../workbench/context.ts'
import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { ArchiveFacts } from './archive-facts.tsx'
import { UserForm } from './user.tsx'
import './settings.css'

/** Everything that can be chosen, on one page. */
export function SettingsEditor() {
  const t = useT()
  const archive = useArchive()
  return (
    <article className="page">
      <h1 className="page-title">{t('settings.title')}</h1>
      <Appearance />
      {archive.state === 'open' ? (
        <>
          <UserForm
            key={`${archive.archive.path} ${archive.user.name} ${archive.user.role}`}
            user={archive.user}
          />
          <ArchiveFacts archive={archive.archive} />
        </>
      ) : null}
      <About />
    </article>
  )
}
