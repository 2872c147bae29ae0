// Every single changed byte of what Klarlagt keeps or hands out must be found: the archive, its key file, a case bundle, and a
// note as PDF and as JSON. Each is made once, as users make it, and then damaged one byte at a time.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore } from '../../main/core/core.ts'
import { verifyFile } from '../../main/core/proof/verify-file.ts'
import { verifyStore } from '../../main/core/proof/verify-store.ts'
import { loadTemplates } from '../../main/core/templates.ts'
import { keyPathOf, noKeychain } from '../../main/store/key.ts'
import { StoreRefusal } from '../../main/store/refusal.ts'
import manifest from '../../package.json' with { type: 'json' }
import { caseDetailsSchema } from '../../shared/case/case.ts'
import { templateIdSchema } from '../../shared/template/template.ts'

export const damaged = ['store', 'key file', 'bundle', 'PDF', 'JSON'] as const
export type Damaged = (typeof damaged)[number]

export interface Whole {
  readonly bytes: Uint8Array
  /** Whether something is found to be wrong with these bytes in its place. */
  readonly isFound: (bytes: Uint8Array) => Promise<boolean>
}

const passphrase = 'häst batteri häftklammer'
const templatesDir = join(import.meta.dirname, '../../templates')

async function makeAll(folder: string) {
  const core = createCore({
    dataDir: folder,
    keychain: noKeychain,
    templatesDir,
    scrypt: { N: 16, r: 1, p: 1 },
    now: () => new Date('2026-03-04T10:00:00Z'),
    log: (line) => console.error(line),
  })
  const { archive, cases, notes } = core.client
  try {
    const made = await archive.create({
      name: 'Prov',
      user: { name: 'Anna Ek', role: 'utredare' },
      passphrase,
    })
    if (made.state !== 'open') throw new Error('The archive is not open.')
    const { id: caseId } = await cases.create(
      caseDetailsSchema.parse({
        number: '26-1187',
        insured: { name: 'Lisa Berg', personnummer: '18930412-2386' },
        employment: { kind: 'arbetslos' },
        firstSickDay: '2025-12-01',
        extent: 100,
        expectedLength: 'minst-60-dagar',
        assignedTo: 'Anna Ek',
        persons: [],
        consents: [],
      }),
    )
    const templateId = templateIdSchema.parse('behovsklarlaggande')
    const { id } = await notes.create({ caseId, templateId })
    const answers = {
      'behov-resultat': { value: 'inget-behov' },
      datum: '2026-03-02',
      kalla: { values: ['den-forsakrade'] },
      samrad: 'ja',
      motivering: 'Lisa är tillbaka i arbete den 9 mars.',
    }
    await notes.save({ id, baseRevision: 1, answers })
    await notes.sign({ id, baseRevision: 2 })
    await notes.create({ caseId, templateId })
    const exported = async (format: 'pdf' | 'json') =>
      Buffer.from((await notes.export({ id, format, language: 'sv' })).base64, 'base64')
    const bundle = new TextEncoder().encode(await cases.dump({ id: caseId }))
    return { path: made.archive.path, bundle, pdf: await exported('pdf'), json: await exported('json') }
  } finally {
    await core.close()
  }
}

/** Makes one of each. */
export async function wholeFiles(): Promise<Record<Damaged, Whole>> {
  const { path, bundle, pdf, json } = await makeAll(mkdtempSync(join(tmpdir(), 'klarlagt-damage-')))
  const known = { templates: loadTemplates(templatesDir), program: manifest.version }
  const isFileFound = async (bytes: Uint8Array) => (await verifyFile(bytes, known)).faults.length > 0
  const inPlace = (file: string): Whole => {
    const whole = readFileSync(file)
    return {
      bytes: whole,
      isFound: async (bytes) => {
        writeFileSync(file, bytes)
        try {
          return (await verifyStore({ path, passphrase, keychain: noKeychain })).length > 0
        } catch (error) {
          // Refused in words, as an archive that is not there or not ours: nobody takes it for whole.
          if (error instanceof StoreRefusal) return true
          throw error
        } finally {
          writeFileSync(file, whole)
        }
      },
    }
  }
  return {
    store: inPlace(path),
    'key file': inPlace(keyPathOf(path)),
    bundle: { bytes: bundle, isFound: isFileFound },
    PDF: { bytes: pdf, isFound: isFileFound },
    JSON: { bytes: json, isFound: isFileFound },
  }
}

/** Changes one byte after another, each chosen by `random` (0 to 1), and gives those that nobody noticed. */
export async function unnoticed(
  { bytes, isFound }: Whole,
  count: number,
  random: () => number,
): Promise<{ at: number; was: number; is: number }[]> {
  const missed: { at: number; was: number; is: number }[] = []
  for (let done = 0; done < count; done += 1) {
    const at = Math.floor(random() * bytes.length)
    const was = bytes[at] ?? 0
    const is = (was + 1 + Math.floor(random() * 255)) % 256
    const changed = Uint8Array.from(bytes)
    changed[at] = is
    if (!(await isFound(changed))) missed.push({ at, was, is })
  }
  return missed
}
