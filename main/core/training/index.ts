import { rmSync } from 'node:fs'
import type { ListedPack } from '../../../shared/api/training.ts'
import { swedishDate } from '../../../shared/case/dates.ts'
import { pathText } from '../../../shared/template/problem.ts'
import { message } from '../../../shared/text/index.ts'
import { packCaseId } from '../../../shared/training/ids.ts'
import { readPack } from '../../../shared/training/load.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { copyBeginning, copyDatabase, forgetBeginning, keepBeginning } from '../../store/beginning.ts'
import { findCase } from '../../store/cases.ts'
import type { Db } from '../../store/db.ts'
import { refusal } from '../../store/refusal.ts'
import { inTurn, reopenAs } from '../archives.ts'
import { type CoreState, calls, type OpenArchive, openArchiveOf, refuseExport, stampFor } from '../calls.ts'
import { buildDemoDatabase } from '../demo/build-demo.ts'
import { writePack } from '../demo/write-pack.ts'
import { TrainingRefused } from '../refusals.ts'
import { keepPack, keptPacks } from './kept-packs.ts'

const isLoaded = (db: Db, { id, cases }: Pack): boolean =>
  cases.some(({ key }) => findCase(db, packCaseId(id, key)) !== undefined)

const listed = (pack: Pack, db: Db | undefined): ListedPack => {
  const { id, version, title, summary, cases, scenes = [], exercises = [] } = pack
  return {
    id,
    version,
    title,
    summary,
    cases: cases.length,
    scenes: scenes.length,
    exercises: exercises.length,
    loaded: db !== undefined && isLoaded(db, pack),
  }
}

/** The packs that there are: those that the open archive keeps, and those that ship. */
function packsIn({ open, packs }: CoreState): readonly Pack[] {
  const kept = open === undefined ? [] : keptPacks(open.db)
  return [...packs().filter(({ id }) => kept.every((pack) => pack.id !== id)), ...kept]
}

/** One of them. NOT_FOUND. */
function packNamed(state: CoreState, id: string): Pack {
  const found = packsIn(state).find((pack) => pack.id === id)
  if (found === undefined) throw refusal('NOT_FOUND', { what: 'pack', id })
  return found
}

/** The pack of a file's text. PACK_REFUSED. */
function packIn(state: CoreState, text: string): Pack {
  const read = readPack({ ok: true, value: text }, state.templates.all)
  if (read.ok) return read.pack
  const problems = read.causes.map(({ path, key, params }) => ({
    path: pathText(path),
    message: message(key, params),
  }))
  throw new TrainingRefused({ code: 'PACK_REFUSED', data: { problems } })
}

/** The open archive, which whoever works may write in, where it holds invented cases alone. ROLE_REFUSED, DEMO_ONLY. */
function demoOf(state: CoreState): OpenArchive {
  stampFor(state, 'write')
  const open = openArchiveOf(state)
  if (!open.info.demo) throw new TrainingRefused({ code: 'DEMO_ONLY' })
  return open
}

/** What trainers show: packs of invented cases, in the demo archive alone. */
export const training = {
  list: calls.training.list.handler(({ context: { state } }) =>
    packsIn(state).map((pack) => listed(pack, state.open?.db)),
  ),

  pack: calls.training.pack.handler(({ input: { id }, context: { state } }) => packNamed(state, id)),

  load: calls.training.load.handler(({ input, context }) =>
    inTurn(context.state, async () => {
      const { state, line } = context
      const open = demoOf(state)
      const { db } = open
      const pack =
        typeof input.pack === 'string' ? packNamed(state, input.pack) : packIn(state, input.pack.text)
      if (isLoaded(db, pack)) throw new TrainingRefused({ code: 'PACK_LOADED', data: { id: pack.id } })
      const before = `${db.path}.part-before`
      copyDatabase(db, before)
      try {
        const day = input.day ?? swedishDate(state.now())
        await writePack(open, { pack, day }, { ...state, dataDir: state.archives.dataDir })
        if (typeof input.pack !== 'string') keepPack(db, pack)
        keepBeginning(db)
      } catch (error) {
        await reopenAs(context, before)
        throw error
      } finally {
        rmSync(before, { force: true })
      }
      state.changes.publish({ type: 'archive' }, line)
      return listed(pack, db)
    }),
  ),

  handout: calls.training.handout.handler(async ({ input, context: { state } }) => {
    const { pack, format, audience } = input
    refuseExport(state, format)
    const asked = {
      templates: state.templates.all,
      today: swedishDate(state.now()),
      language: state.policies.policies.language ?? input.language,
      audience,
      format,
    }
    const { exportHandout } = await import('../../export/index.ts')
    const { fileName, mimeType, bytes } = await exportHandout(packNamed(state, pack), asked)
    return { fileName, mimeType, base64: Buffer.from(bytes).toString('base64') }
  }),

  reset: calls.training.reset.handler(({ input: { to }, context }) =>
    inTurn(context.state, async () => {
      const { state } = context
      const { db, key, info } = demoOf(state)
      const part = `${db.path}.part-reset`
      if (to === 'new' || !copyBeginning(db.path, part)) {
        await buildDemoDatabase(
          part,
          { info, key: key.bytes },
          { templates: state.templatesWith([]), now: state.now },
        )
        forgetBeginning(db.path)
      }
      return reopenAs(context, part)
    }),
  ),
}
