import { shippedTours } from '../../../shared/training/shipped-tours.ts'
import { SideLink, SideList, SideSection } from '../../base/side-list.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'
import { usePacks } from './packs/use-packs.ts'
import { beginCommand } from './tours/commands.ts'
import { useTour } from './tours/state.ts'

/** What other features do with packs, by their commands. */
const practice = [
  { command: 'exercise.open', title: 'exercise.title', icon: 'pencil' },
  { command: 'handout.open', title: 'handout.command', icon: 'export' },
  { command: 'pack-author.open', title: 'exercise.author', icon: 'edit' },
  { command: 'pack.many', title: 'scenes.many', icon: 'graph-line' },
  { command: 'pack.loadFile', title: 'exercise.file', icon: 'folder-opened' },
] as const

/** Utbildning in the activity bar of a demo archive: the packs, the tours, and what is practised and written. */
export function TrainingView() {
  const t = useT()
  const language = useLanguage()
  const { editors, runCommand } = useWorkbench()
  const active = useActiveEditor()
  const packs = usePacks()
  const paused = useTour(({ at, isPaused }) => (isPaused ? at?.tour : undefined))
  return (
    <>
      <div className="side-head">
        <h2 className="side-title">{t('tours.view')}</h2>
      </div>
      <SideList label={t('tours.view')}>
        <SideSection heading={t('scenes.packs')}>
          {packs.map((pack, index) => (
            <li key={pack.id}>
              <SideLink
                name={pack.title[language]}
                icon="mortar-board"
                title={pack.summary[language]}
                count={pack.loaded ? t('scenes.isLoaded') : undefined}
                isStop={index === 0}
                isCurrent={active?.type === 'pack' && active.packId === pack.id}
                onOpen={() => editors.open({ type: 'pack', packId: pack.id })}
              />
            </li>
          ))}
        </SideSection>
        <SideSection heading={t('tours.heading')}>
          {shippedTours.map((tour, index) => (
            <li key={tour.id}>
              <SideLink
                name={tour.title[language]}
                icon="compass"
                title={tour.summary[language]}
                isStop={packs.length === 0 && index === 0}
                onOpen={() => runCommand(beginCommand(tour))}
              />
            </li>
          ))}
          {paused === undefined ? null : (
            <li>
              <SideLink
                name={t('tours.command.resume')}
                icon="play"
                onOpen={() => runCommand('tour.resume')}
              />
            </li>
          )}
        </SideSection>
        <SideSection heading={t('tours.practise')}>
          {practice.map(({ command, title, icon }) => (
            <li key={command}>
              <SideLink name={t(title)} icon={icon} onOpen={() => runCommand(command)} />
            </li>
          ))}
        </SideSection>
      </SideList>
    </>
  )
}
