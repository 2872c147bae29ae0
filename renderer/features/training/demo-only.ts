import { useArchive } from '../../workbench/context.ts'
import type { Command } from '../../workbench/contribution.ts'

/** Refuses a command in a real archive, for this reason: what trains and shows is for invented cases alone. */
export const refusedOutsideDemo =
  (
    why:
      | 'tours.refused'
      | 'tours.show.refused'
      | 'present.refused'
      | 'scenes.refused'
      | 'scenes.played.refused',
  ): NonNullable<Command['refused']> =>
  ({ archive, t }) =>
    archive.state !== 'open' || archive.archive.demo
      ? undefined
      : { short: t('tours.demoOnly'), why: `${t(why)} ${t('tours.makeDemo')}`, findable: true }

/** Whether the archive that is open holds invented cases alone. */
export function useIsDemo(): boolean {
  const archive = useArchive()
  return archive.state === 'open' && archive.archive.demo
}
