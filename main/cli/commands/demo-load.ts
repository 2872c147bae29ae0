import { ORPCError } from '@orpc/server'
import { apiErrors } from '../../../shared/api/errors.ts'
import type { IsoDate } from '../../../shared/case/dates.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { readKeyFile } from '../../store/key.ts'
import { todayInArchive, withArchive } from '../archive.ts'
import { readText } from '../files.ts'
import { isPackFile, packWithId, refusedPack } from '../packs.ts'
import { Misuse, type Terminal } from '../terminal.ts'

interface ToLoad {
  /** The demo archive that is there. */
  readonly path: string
  /** The id of a pack, or its file. */
  readonly pack: string
  /** The day that it is played on; the archive's own where none is asked for. */
  readonly day: IsoDate | undefined
}

/** Runs `work`; where it refuses what is in the pack's file, throws a Misuse that names the file and lists the problems. */
async function namingPack<T>(file: string, terminal: Terminal, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'PACK_REFUSED') throw error
    throw refusedPack(file, apiErrors.PACK_REFUSED.data.parse(error.data).problems, terminal)
  }
}

/** Brings a pack into a demo archive that is there, as the window does. Throws Misuse where the archive is a real one, or the file no pack. */
export async function loadInto(
  { path, pack, day }: ToLoad,
  asJson: boolean,
  terminal: Terminal,
): Promise<void> {
  const { language, print, t } = terminal
  // Told before a passphrase is asked for, which would open it for nothing.
  if (!readKeyFile(path).demo) throw new Misuse(t('errors.DEMO_ONLY'))
  const text = isPackFile(pack) ? await readText(pack, terminal) : undefined
  await withArchive(path, terminal, async (core) => {
    const { training } = core.client
    const asked = text === undefined ? packWithId(pack, await training.list(), terminal).id : { text }
    const { id, title, cases } = await namingPack(pack, terminal, () => training.load({ pack: asked, day }))
    const played = await todayInArchive(core)
    print(
      asJson
        ? JSON.stringify({ path, pack: id, cases, day: played })
        : t('training.cli.loaded', { title: inLanguage(language, title), path, count: cases, day: played }),
    )
  })
}
