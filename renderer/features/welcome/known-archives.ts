import type { ArchiveInfo } from '../../../shared/api/archive.ts'

/**
 * The archives as the welcome page offers them: the one opened last first, then by name. The demo archive has a way
 * in of its own and is left out.
 */
export function offeredArchives(
  known: readonly ArchiveInfo[],
  latest: string | undefined,
): readonly ArchiveInfo[] {
  const { compare } = new Intl.Collator('sv')
  return known
    .filter(({ demo }) => !demo)
    .toSorted((a, b) => Number(b.path === latest) - Number(a.path === latest) || compare(a.name, b.name))
}
