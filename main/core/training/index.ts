import type { ListedPack } from '../../../shared/api/training.ts'
import { readPack } from '../../../shared/training/load.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { packProblems } from '../../../shared/training/refused.ts'
import { copyBeginning, forgetBeginning, keepBeginning } from '../../store/beginning.ts'
import type { Db } from '../../store/db.ts'
import { refusal } from '../../store/refusal.ts'
import { inTurn, reopenAs, statusOf } from '../archives.ts'
import {
  type CoreState,
  calls,
  type OpenArchive,
  openArchiveOf,
  refuseExport,
  stampFor,
  todayIn,
} from '../calls.ts'
import { buildDemoDatabase } from '../demo/build-demo.ts'
import { carryPackDraft, keptPacks, playOn } from '../demo/kept.ts'
import { TrainingRefused } from '../refusals.ts'
import { editionThere, nextEdition } from './edition.ts'
import { buildWithMany, isLoaded, loadPack } from './load-pack.ts'

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
  throw new TrainingRefused({ code: 'PACK_REFUSED', data: { problems: packProblems(read.causes) } })
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
      const isOwn = typeof input.pack !== 'string'
      const before = isOwn ? editionThere(db, pack) : undefined
      if (before === undefined ? isLoaded(db, pack) : !input.replace)
        throw new TrainingRefused({ code: 'PACK_LOADED', data: { id: pack.id } })
      const comes = before === undefined ? pack : nextEdition(pack, before)
      await loadPack(context, open, { pack: comes, day: input.day ?? todayIn(state), isOwn, before })
      state.changes.publish({ type: 'archive' }, line)
      return listed(comes, db)
    }),
  ),

  day: calls.training.day.handler(({ input: { day }, context: { state, line } }) => {
    const open = demoOf(state)
    playOn(open.db, day)
    open.playedOn = day ?? undefined
    state.changes.publish({ type: 'archive' }, line)
    return statusOf(state)
  }),

  handout: calls.training.handout.handler(async ({ input, context: { state } }) => {
    const { pack, format, audience } = input
    refuseExport(state, format)
    const asked = {
      templates: state.templates.all,
      today: todayIn(state),
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
      const open = demoOf(state)
      const { db, key, info } = open
      const part = `${db.path}.part-reset`
      const isKept = to === 'pack' && copyBeginning(db.path, part)
      if (to === 'many') {
        const loaded = packsIn(state).filter((pack) => isLoaded(db, pack))
        await buildWithMany(state, open, part, loaded)
      } else if (!isKept)
        await buildDemoDatabase(
          part,
          { info, key: key.bytes },
          { templates: state.templatesWith([]), now: state.now },
        )
      carryPackDraft(db, part, key.bytes)
      const status = await reopenAs(context, part)
      if (to === 'many') keepBeginning(openArchiveOf(state).db)
      else if (!isKept) forgetBeginning(db.path)
      return status
    }),
  ),
}
