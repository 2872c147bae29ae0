import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Core, createCore } from '../../../main/core/core.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { caseDetailsSchema } from '../../../shared/case/case.ts'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import type { TemplateId } from '../../../shared/template/template.ts'
import { context } from '../../unit/check/sample.ts'
import { largeAnswers, largeTemplate } from './note.ts'

export const passphrase = 'häst batteri häftklammer'

/** A folder of archives with the templates that stand beside them. */
export interface Place {
  readonly dataDir: string
  readonly templatesDir: string
}

export interface LargeArchive extends Place {
  readonly path: string
  readonly caseId: CaseId
  readonly notes: readonly NoteId[]
}

/** Runs `work` in a folder of its own with the shipped templates and the large one, and takes the folder away again. */
export async function inFolder<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-bench-'))
  const place = { dataDir: join(folder, 'data'), templatesDir: join(folder, 'templates') }
  try {
    mkdirSync(place.dataDir)
    cpSync(join(import.meta.dirname, '../../../templates'), place.templatesDir, { recursive: true })
    writeFileSync(join(place.templatesDir, 'prov-stor.json'), JSON.stringify(largeTemplate))
    return await work(place)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A core as hosts make it: real encryption, the default work of a passphrase. */
export function coreIn(place: Place): Core {
  return createCore({ ...place, keychain: noKeychain })
}

const { id: _id, ...details } = context.case

/** The details of a case of its own number. */
export function caseDetails(number: number) {
  return caseDetailsSchema.parse({ ...details, number: `26-${1000 + number}` })
}

/** Makes an archive with a case of notes, large ones where no other template is named, and leaves it closed. */
export async function makeLargeArchive(
  place: Place,
  count: number,
  templateId: TemplateId = largeTemplate.id,
): Promise<LargeArchive> {
  const core = coreIn(place)
  try {
    const { archive, cases, notes } = core.client
    const status = await archive.create({
      name: 'Prov',
      user: { name: 'Anna Ek', role: 'utredare' },
      passphrase,
    })
    if (status.state !== 'open') throw new Error('The archive is not open.')
    const { id: caseId } = await cases.create(caseDetails(187))
    const ids: NoteId[] = []
    for (let note = 0; note < count; note += 1) {
      const { id, revision } = await notes.create({ caseId, templateId })
      if (templateId === largeTemplate.id)
        await notes.save({ id, baseRevision: revision, answers: largeAnswers })
      ids.push(id)
    }
    return { ...place, path: status.archive.path, caseId, notes: ids }
  } finally {
    await core.close()
  }
}
