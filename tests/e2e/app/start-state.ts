import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore } from '../../../main/core/core.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { caseDetailsSchema } from '../../../shared/case/case.ts'
import { addDays, swedishDate } from '../../../shared/case/dates.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import type { Role } from '../../../shared/user/user.ts'

/**
 * What the program finds when it starts: nothing; an archive, which stays locked; an archive that is then opened; or
 * nothing, and the demo archive is then made and opened.
 */
export type Start = 'first-start' | 'locked' | 'archive' | 'demo'

export interface SeedNote {
  readonly template: string
  readonly answers: Answers
  /** Begun when its template had its first version alone. */
  readonly older?: boolean
  /** Signed as soon as it is written; it must have no errors. */
  readonly signed?: boolean
  /** Handed in for review as soon as it is written. */
  readonly submitted?: boolean
}

/** A case in the archive from the beginning, with its notes. */
export interface SeedCase {
  readonly details: Record<string, unknown>
  readonly notes?: readonly SeedNote[]
}

/** What an archive holds from the beginning, and in which role the one who made it works; `utredare` where nothing is said. */
export interface Seed {
  readonly cases: readonly SeedCase[]
  readonly role?: Role
  /** Templates whose next versions are being written. */
  readonly templates?: readonly string[]
  /** Who made it; Anna Ek where nothing is said. */
  readonly user?: string
}

const shippedTemplates = join(import.meta.dirname, '../../../templates')

export const archiveName = 'Mina ärenden'
export const passphrase = 'häst batteri häftklammer'
export const today = swedishDate(new Date())

/** Day 94 of somebody's sick leave; nobody with this number has lived since long. */
export const lisa = {
  number: '26-1187',
  insured: { name: 'Lisa Berg', personnummer: '18930412-2386' },
  employment: {
    kind: 'anstalld',
    employer: { name: 'Påhittade Plåt AB', organisationNumber: '559012-3450' },
  },
  firstSickDay: addDays(today, -93),
  extent: 100,
  expectedLength: 'minst-60-dagar',
  assignedTo: 'Anna Ek',
  persons: [{ name: 'Marie Holm', role: 'arbetsgivare', title: 'Chef' }],
  consents: [],
}

/** All that a behovsklarläggande without a need must say to be signed. */
export const noNeed: Answers = {
  'behov-resultat': { value: 'inget-behov' },
  datum: today,
  kalla: { values: ['den-forsakrade'] },
  samrad: 'ja',
  motivering: 'Lisa är tillbaka i arbete den 9 mars.',
}

/** The shipped templates as they were when these had their first version alone, in a folder of their own. */
function templatesBefore(folder: string, ids: readonly string[]): string {
  const before = join(folder, 'templates')
  cpSync(shippedTemplates, before, { recursive: true })
  for (const id of new Set(ids)) rmSync(join(before, `${id}.json`))
  return before
}

/** Makes an archive in a folder, locked by `passphrase` with little work, through the core itself. */
export async function seedArchive(
  dataDir: string,
  { cases, role = 'utredare', user = 'Anna Ek', templates = [] }: Seed,
  name = archiveName,
): Promise<void> {
  const older = cases.flatMap(({ notes = [] }) => notes).filter((note) => note.older === true)
  const own = mkdtempSync(join(tmpdir(), 'klarlagt-before-'))
  const templatesDir =
    older.length === 0
      ? shippedTemplates
      : templatesBefore(
          own,
          older.map(({ template }) => template),
        )
  const core = createCore({
    dataDir,
    keychain: noKeychain,
    templatesDir,
    scrypt: { N: 16, r: 1, p: 1 },
  })
  try {
    const { archive, cases: caseService, notes: noteService, review, studio } = core.client
    await archive.create({ name, user: { name: user, role }, passphrase })
    for (const { details, notes = [] } of cases) {
      const added = await caseService.create(caseDetailsSchema.parse(details))
      for (const { template, answers, signed = false, submitted = false } of notes) {
        const { id, revision } = await noteService.create({
          caseId: added.id,
          templateId: templateIdSchema.parse(template),
        })
        const saved = await noteService.save({ id, baseRevision: revision, answers })
        if (submitted) await review.act({ id, baseRevision: revision + 1, verb: 'lamna-in' })
        if (signed) await noteService.sign({ id, baseRevision: saved.revision })
      }
    }
    for (const { id, version } of await core.client.templates.list())
      if (templates.includes(id)) await studio.begin({ from: { id, version } })
  } finally {
    await core.close()
    rmSync(own, { recursive: true, force: true })
  }
}
