// What an agency can govern. One member of the schema is one policy: its form, its strictest reading and how its value is
// put into words. Its texts are `policies.ID.title`, `.what` and `.strictest`; whoever obeys it asks for it by its id.
import { z } from 'zod'
import { exportFormats } from '../journal/entry.ts'
import { message, type TextKey, translate } from '../text/index.ts'
import { languageSchema } from '../text/localized.ts'
import type { Message } from '../text/message.ts'

/** What is known of a policy besides the form of its value. */
export interface PolicyEntry {
  /** What holds where the file says something else, or nobody can tell what it says: as strict as any value can be. */
  readonly strictest: unknown
  /** The value in words; undefined for what is no value of this policy. */
  readonly say: (value: unknown) => Message | undefined
}

const entries = new Map<z.ZodType, PolicyEntry>()

/** A policy: the form of its value, the strictest one, and the value in words. */
function policy<S extends z.ZodType>(
  what: TextKey & `policies.${string}.what`,
  schema: S,
  { strictest, say }: { strictest: z.infer<S>; say: (value: z.infer<S>) => Message },
): z.ZodOptional<S> {
  const governed = schema.optional().meta({ description: translate('sv', what) })
  entries.set(governed, {
    strictest,
    say: (value) => {
      const read = schema.safeParse(value)
      return read.success ? say(read.data) : undefined
    },
  })
  return governed
}

const yesOrNo = (value: boolean) => message(value ? 'policies.value.yes' : 'policies.value.no')

const shown = (values: string) => message('policies.value.list', { values })
const list = (none: 'policies.value.nothing' | 'policies.value.nowhere' | 'policies.value.none') => {
  return (values: readonly string[]) => (values.length === 0 ? message(none) : shown(values.join(', ')))
}

const place = (value: string) =>
  value === 'none' || value === 'own' ? message(`policies.value.${value}`) : shown(value)

/** A folder by its whole path, or in the user's own (`~/…`). */
const folderSchema = z
  .string()
  .max(1000)
  // No control characters: a path is shown, and told to the system.
  .regex(/^(~[\\/]|\/|[A-Za-z]:[\\/]|\\\\)[^\p{Cc}]*$/u)

/**
 * What may leave the program as a file: a note in one of its formats, a whole case with its notes (`bundle`), a list over cases
 * as a table, or its days for a calendar (`ics`), a chart of figures (`svg`, `png`).
 */
export const governedFormats = [...exportFormats, 'bundle', 'csv', 'xlsx', 'ics', 'svg', 'png'] as const

/** The least that a passphrase may be asked for: what is asked for without a policy. */
export const PASSPHRASE_LEAST = 8
const PASSPHRASE_MOST = 24
const SHORTEST_IDLE = 2
const LONGEST_IDLE = 480
const SHORTEST_SILENCE = 14
const LONGEST_SILENCE = 365

/** The letters of a public key, without the lines that PEM puts around them. */
export function keyBody(key: string): string {
  return key.replace(/-----[^-]*-----/g, '').replace(/\s/g, '')
}

const sayKey = (value: string) =>
  value === 'none'
    ? message('policies.value.none')
    : message('policies.value.key', { end: keyBody(value).slice(-12) })

/** Every policy. A new one is added here and nowhere else: the file's JSON Schema and Settings are made from this. */
export const policiesSchema = z.strictObject({
  /** Whether an archive needs a passphrase even where a keychain can keep its key. */
  passphraseNeeded: policy('policies.passphraseNeeded.what', z.boolean(), { strictest: true, say: yesOrNo }),
  /** The least number of characters of a new passphrase. */
  passphraseMinimum: policy(
    'policies.passphraseMinimum.what',
    z.int().min(PASSPHRASE_LEAST).max(PASSPHRASE_MOST),
    { strictest: PASSPHRASE_MOST, say: (count) => message('policies.value.characters', { count }) },
  ),
  /** Whether an archive has a recovery key, which the agency holds and which opens it where the passphrase is lost. */
  recoveryKey: policy('policies.recoveryKey.what', z.enum(['demanded', 'forbidden']), {
    strictest: 'forbidden',
    say: (value) => message(`policies.value.${value}`),
  }),
  /** The longest that an archive may stand open while nobody touches the program; the user may choose less. */
  lockAfterMinutes: policy('policies.lockAfterMinutes.what', z.int().min(SHORTEST_IDLE).max(LONGEST_IDLE), {
    strictest: SHORTEST_IDLE,
    say: (count) => message('policies.value.minutes', { count }),
  }),
  /** What may leave the program as a file. */
  exportFormats: policy('policies.exportFormats.what', z.array(z.enum(governedFormats)), {
    strictest: [],
    say: list('policies.value.nothing'),
  }),
  /** Where exported files may be put. */
  exportFolders: policy('policies.exportFolders.what', z.array(folderSchema), {
    strictest: [],
    say: list('policies.value.nowhere'),
  }),
  /** When to warn before journal text goes to the clipboard. */
  clipboardWarning: policy('policies.clipboardWarning.what', z.enum(['session', 'always']), {
    strictest: 'always',
    say: (value) => message(`policies.value.${value}`),
  }),
  /** The language of the program and of what it exports. */
  language: policy('policies.language.what', languageSchema, {
    strictest: 'sv',
    say: (value) => message(`settings.language.${value}`),
  }),
  /** Rules that are not run. Of one that protects the record the errors are found still; see shared/rules/index.ts. */
  rulesOff: policy('policies.rulesOff.what', z.array(z.string().regex(/^R([1-9]|1\d|2[0-7])$/)), {
    strictest: [],
    say: list('policies.value.none'),
  }),
  /** So many days without an event make a sick leave of more than two years silent (R19). */
  silentAfterDays: policy(
    'policies.silentAfterDays.what',
    z.int().min(SHORTEST_SILENCE).max(LONGEST_SILENCE),
    {
      strictest: SHORTEST_SILENCE,
      say: (count) => message('policies.value.days', { count }),
    },
  ),
  /** So many months after it was closed a case may be disposed of (gallras). Without a number, never. */
  disposeAfterMonths: policy(
    'policies.disposeAfterMonths.what',
    z.union([z.int().min(1).max(1200), z.literal('never')]),
    {
      strictest: 'never',
      say: (value) =>
        value === 'never'
          ? message('policies.value.never')
          : message('policies.value.months', { count: value }),
    },
  ),
  /** A folder of the agency's own templates, read besides the shipped ones. */
  templatesFolder: policy('policies.templatesFolder.what', z.union([folderSchema, z.literal('none')]), {
    strictest: 'none',
    say: place,
  }),
  /** The public key (Ed25519; PEM, or the same in base64) that the folder of templates must be signed with. */
  templatesKey: policy('policies.templatesKey.what', z.string().min(1).max(2000), {
    strictest: 'none',
    say: sayKey,
  }),
  /** The public keys (Ed25519, in hex) that templates must be signed with to be offered in an archive. */
  templateSigners: policy('policies.templateSigners.what', z.array(z.string().regex(/^[0-9a-f]{64}$/)), {
    strictest: [],
    say: list('policies.value.none'),
  }),
  /** The one folder that archives are kept in; `own` is the user's own as the program chooses it. */
  archiveFolder: policy('policies.archiveFolder.what', z.union([folderSchema, z.literal('own')]), {
    strictest: 'own',
    say: place,
  }),
  /** The one folder that backups are kept in, a folder for each archive in it; `own` is beside the archive. */
  backupFolder: policy('policies.backupFolder.what', z.union([folderSchema, z.literal('own')]), {
    strictest: 'own',
    say: place,
  }),
  /** Whether archives of invented cases may be made and opened. */
  demoAllowed: policy('policies.demoAllowed.what', z.boolean(), { strictest: false, say: yesOrNo }),
  /** The program uses no network, and nothing can make it. */
  network: policy('policies.network.what', z.literal('none'), {
    strictest: 'none',
    say: () => message('policies.value.none'),
  }),
})

/** What is governed, and how. What has no value here is left to the user. */
export type Policies = Readonly<z.infer<typeof policiesSchema>>

/** What `policies.json` holds: the policies, and the address by which an editor finds this schema. */
export const policiesFileSchema = policiesSchema.extend({ $schema: z.string().optional() })

export const policyIdSchema = policiesSchema.keyof()
export type PolicyId = z.infer<typeof policyIdSchema>
export const policyIds = policyIdSchema.options

/** What is known of a policy besides the form of its value. */
export function policyEntry(id: PolicyId): PolicyEntry {
  const entry = entries.get(policiesSchema.shape[id])
  if (entry === undefined) throw new Error(`${id} is no policy`)
  return entry
}
