import { z } from 'zod'
import { storedCaseSchema } from '../case/case.ts'
import { noteStates, noteVerbs, stepRefusals } from '../note/lifecycle.ts'
import { markerSchema } from '../note/marker.ts'
import { publicKeySchema, storedNoteSchema } from '../note/note.ts'
import { mergeFaults } from '../package/merge.ts'
import { templateFaults } from '../studio/published.ts'
import { templateStepRefusals, templateVerbs } from '../template/life.ts'
import { workingCopySchema, workingStateSchema } from '../template/working-copy.ts'
import { isTextKey, type Language, localized, message } from '../text/index.ts'
import { type MessageParams, messageSchema } from '../text/message.ts'
import { actions, whoMay } from '../user/may.ts'
import { roleSchema } from '../user/user.ts'

/** Something wrong, or worth telling, at a place of a bundle: `notes[2].answers.mal`. */
export const bundleProblemSchema = z.object({ path: z.string(), message: messageSchema })
export type BundleProblem = z.infer<typeof bundleProblemSchema>

/**
 * Every way a call can be refused. A refusal never loses what was sent: the caller still has it, and the
 * data says what stands in the way. Texts for users: `errors.<CODE>` in shared/text.
 */
export const apiErrors = {
  /** No archive is open: create or open one first. */
  ARCHIVE_CLOSED: {},
  WRONG_PASSPHRASE: {},
  /** The archive needs a passphrase and none was given. */
  PASSPHRASE_NEEDED: {},
  /** Too short or empty; `minimum` is the least number of characters. */
  PASSPHRASE_WEAK: { data: z.object({ minimum: z.int() }) },
  /** No recovery key has been made for the archive. */
  NO_RECOVERY_KEY: {},
  /** A recovery key that was typed rightly, and is another archive's or has been replaced. */
  WRONG_RECOVERY_KEY: {},
  RECOVERY_KEY_LENGTH: { data: z.object({ found: z.int(), wanted: z.int() }) },
  /** Groups whose check character does not hold, by their numbers: `2, 5`. */
  RECOVERY_KEY_MISREAD: { data: z.object({ groups: z.string() }) },
  /** Everybody knows what opens an archive of invented cases; it is not changed. */
  DEMO_KEY: {},
  /** No backup could be made in its folder; `detail` is what the system said. The archive itself is as it was. */
  BACKUP_FAILED: { data: z.object({ folder: z.string(), detail: z.string() }) },
  /** The agency wants a recovery key to be made before anything is written. */
  RECOVERY_DEMANDED: {},
  /** The agency allows no recovery keys. */
  RECOVERY_FORBIDDEN: {},
  /** The keychain cannot keep the secret (Linux `basic_text`). */
  KEYCHAIN_UNSAFE: { data: z.object({ backend: z.string() }) },
  /** The agency wants a passphrase even where a keychain can keep the key; `minimum` is the least number of characters. */
  PASSPHRASE_GOVERNED: { data: z.object({ minimum: z.int() }) },
  /** The agency keeps its archives in `folder`, and in no other. */
  ARCHIVE_FOLDER_GOVERNED: { data: z.object({ path: z.string(), folder: z.string() }) },
  /** The folder that the agency keeps its archives in cannot be reached. */
  ARCHIVE_FOLDER_MISSING: { data: z.object({ folder: z.string() }) },
  /** The agency allows no archives of invented cases. */
  DEMO_GOVERNED: {},
  /** The agency lets nothing leave the program as this; what it allows is in `allowed`. */
  EXPORT_FORMAT_GOVERNED: { data: z.object({ format: z.string(), allowed: z.string() }) },
  /** The agency allows exported files in `folders` alone, and this one would come elsewhere, or nobody can tell where. */
  EXPORT_FOLDER_GOVERNED: { data: z.object({ folders: z.string() }) },
  /** The keychain is locked, or does not answer. */
  KEYCHAIN_LOCKED: { data: z.object({ backend: z.string() }) },
  /** The archive's key is in another keychain than the one that is used now. */
  KEYCHAIN_CHANGED: { data: z.object({ was: z.string(), now: z.string() }) },
  ARCHIVE_MISSING: { data: z.object({ path: z.string() }) },
  ARCHIVE_EXISTS: { data: z.object({ path: z.string() }) },
  /** Another program has it open. */
  ARCHIVE_IN_USE: { data: z.object({ path: z.string() }) },
  /** The file cannot be read as an archive; it is left as it is. */
  ARCHIVE_CORRUPT: { data: z.object({ path: z.string(), detail: z.string() }) },
  /** Made by a newer Klarlagt; left as it is. */
  ARCHIVE_NEWER: { data: z.object({ path: z.string(), found: z.int(), known: z.int() }) },
  /** The archive's file cannot be reached or written: its folder has gone, or turned read-only. What was saved before stands. */
  STORE_UNREACHABLE: { data: z.object({ path: z.string() }) },
  /** Nothing more can be written; what was saved before stands. */
  DISK_FULL: {},
  NOT_FOUND: {
    data: z.object({
      what: z.enum(['case', 'note', 'template', 'working-copy', 'comment', 'user', 'revision', 'pack']),
      id: z.string(),
    }),
  },
  /** What the one who works now may not do in their role. */
  ROLE_REFUSED: { data: z.object({ role: roleSchema, action: z.enum(actions), demo: z.boolean() }) },
  /** A note that goes in a package for review has been handed in, and not taken back. */
  NOT_SUBMITTED: { data: z.object({ id: z.string() }) },
  /** No address of age that a file can be locked to. */
  RECIPIENT_UNKNOWN: {},
  /** Neither the passphrase nor the key of whoever works opens the file, or a byte of it has changed. */
  PACKAGE_LOCKED: {},
  /** The file was opened and is neither a package nor an answer, or of a newer version. */
  PACKAGE_UNREADABLE: {},
  /** The package has been taken in already. */
  PACKAGE_KNOWN: {},
  /** What does not belong: another package, another note, another text of it, a decision of its own writer, or more than review. */
  PACKAGE_FOREIGN: { data: z.object({ why: z.enum(mergeFaults) }) },
  /** A case that was received for review is reviewed and commented, never written in. */
  CASE_RECEIVED: {},
  /** Another user of the archive has this name. */
  USER_NAME_TAKEN: { data: z.object({ name: z.string() }) },
  /** Nobody would be left who looks after users. */
  LAST_MANAGER: {},
  /** Whoever works now has to hand over before they leave, or lose the role they work in. */
  USER_AT_WORK: {},
  /** The user does not have the role that they would work in. */
  ROLE_NOT_HELD: { data: z.object({ role: roleSchema }) },
  /** A case with this number exists already. */
  CASE_NUMBER_TAKEN: { data: z.object({ number: z.string() }) },
  /** The details of the case were changed elsewhere after the revision the change began from; nothing is written over. */
  CASE_CHANGED: { data: z.object({ current: storedCaseSchema }) },
  /** The note was saved from elsewhere after the revision the save began from; both texts are kept. */
  CONFLICT: { data: z.object({ current: storedNoteSchema }) },
  NOTE_SIGNED: { data: z.object({ id: z.string() }) },
  /** Only a signed note is corrected, added to or annulled. */
  NOTE_NOT_SIGNED: { data: z.object({ id: z.string() }) },
  /** The case is open, or its time has not come, or nobody has decided after how long it may be disposed of. */
  CASE_NOT_DUE: { data: z.object({ number: z.string() }) },
  /** A case that was disposed of is not taken in again. */
  CASE_DISPOSED: { data: z.object({ number: z.string() }) },
  /** An annulled note is neither amended nor annulled again, and what was begun to amend it is not signed. */
  NOTE_ANNULLED: { data: z.object({ id: z.string() }) },
  /** The note is in review or locked: nothing is written in it until it is taken back, returned or unlocked. */
  NOTE_FROZEN: { data: z.object({ id: z.string(), state: z.enum(noteStates) }) },
  /** Notes of this template are written by other roles; everybody may read them. */
  NOT_WRITER: { data: z.object({ template: z.string() }) },
  /** What the note's state, its template, or who has written in it, does not allow. */
  STEP_REFUSED: {
    data: z.object({ id: z.string(), verb: z.enum(noteVerbs), why: z.enum(stepRefusals) }),
  },
  /** The working copy of a template was saved from elsewhere after the revision the save began from; nothing is written over. */
  TEMPLATE_CHANGED: { data: z.object({ current: workingCopySchema }) },
  /** The working copy is in review or reviewed: nothing is written in it until it is taken back or returned. */
  TEMPLATE_FROZEN: { data: z.object({ state: workingStateSchema }) },
  /** What the template's state, or who has written in it, does not allow. */
  TEMPLATE_STEP_REFUSED: {
    data: z.object({ verb: z.enum(templateVerbs), why: z.enum(templateStepRefusals) }),
  },
  /** The template does not go with those that are known here, or its key, which is told, with what the agency demands. */
  TEMPLATE_REFUSED: {
    data: z.object({ why: z.enum(templateFaults), publicKey: publicKeySchema.optional() }),
  },
  /** Errors stand in the note's way to the journal. */
  NOTE_HAS_ERRORS: { data: z.object({ markers: z.array(markerSchema) }) },
  /** The thread is resolved: it is opened again before anything is added. */
  COMMENT_RESOLVED: {},
  /** The suggestion has been accepted or declined already. */
  SUGGESTION_SETTLED: {},
  /** The words that the suggestion is for are no longer there. */
  SUGGESTION_STALE: {},
  /** There are as many threads in the note, or entries in the thread, as there may be. */
  TOO_MANY_COMMENTS: { data: z.object({ limit: z.int() }) },
  /** The user signs with a code of their own, and none was given. */
  SIGNING_CODE_NEEDED: {},
  WRONG_SIGNING_CODE: {},
  /** The file is no anchor, or has been changed since it was made. */
  ANCHOR_UNREADABLE: {},
  TOO_LARGE: { data: z.object({ field: z.string(), characters: z.int(), limit: z.int() }) },
  /** A list with more rows than one file takes: fewer of them have to be asked for. */
  LIST_TOO_LONG: { data: z.object({ limit: z.int() }) },
  /** A case bundle that cannot be taken in: `path` is where in the JSON. */
  BUNDLE_REFUSED: {
    data: z.object({ problems: z.array(bundleProblemSchema) }),
  },
  /** Invented cases come into an archive of invented cases alone, and such an archive alone is put back. */
  DEMO_ONLY: {},
  /** The pack's cases are in the archive already. */
  PACK_LOADED: { data: z.object({ id: z.string() }) },
  /** A demo pack that cannot be read: `path` is where in the JSON. */
  PACK_REFUSED: { data: z.object({ problems: z.array(bundleProblemSchema) }) },
} as const

export type ApiErrorCode = keyof typeof apiErrors

const inList = { sv: new Intl.ListFormat('sv'), en: new Intl.ListFormat('en') }

/** What a role may not do, and who may, in words. */
function roleParams(data: unknown): MessageParams {
  const refused = apiErrors.ROLE_REFUSED.data.safeParse(data).data
  if (refused === undefined) return {}
  const { role, action, demo } = refused
  const { roles, right } = whoMay(action, { demo })
  const who = roles.map((each) => localized(`lists.role.${each}`))
  if (right !== undefined) who.push(localized(`lists.rightHolder.${right}`))
  // Names of roles stand within a sentence.
  const small = (words: Record<Language, string>, language: Language) =>
    words[language].toLocaleLowerCase(language)
  const listed = (language: Language) => inList[language].format(who.map((each) => small(each, language)))
  const own = localized(`lists.role.${role}`)
  return {
    role: { sv: small(own, 'sv'), en: small(own, 'en') },
    action: localized(`lists.action.${action}`),
    who: { sv: listed('sv'), en: listed('en') },
  }
}

/** Refusals that say why in a text of its own, and where these texts are. */
const whySaid = new Map([
  ['STEP_REFUSED', 'errors.step'],
  ['TEMPLATE_STEP_REFUSED', 'publish.step'],
  ['TEMPLATE_REFUSED', 'publish.refused'],
])
const whySchema = z.object({ why: z.string() })

/** A refusal as a text to be shown: the words of its code, with the plain values of its data. Undefined for any other code. */
export function refusalMessage(code: string, data: unknown): z.infer<typeof messageSchema> | undefined {
  const why = whySchema.safeParse(data).data?.why
  const said = whySaid.get(code)
  const key = said === undefined || why === undefined ? `errors.${code}` : `${said}.${why}`
  if (!isTextKey(key)) return undefined
  if (code === 'ROLE_REFUSED') return message('errors.ROLE_REFUSED', roleParams(data))
  const foreign = code === 'PACKAGE_FOREIGN' ? apiErrors.PACKAGE_FOREIGN.data.safeParse(data).data : undefined
  if (foreign !== undefined)
    return message('errors.PACKAGE_FOREIGN', { what: localized(`errors.PACKAGE_FOREIGN.${foreign.why}`) })
  const plain = z.record(z.string(), z.unknown()).safeParse(data).data ?? {}
  const params = Object.entries(plain).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  return message(key, Object.fromEntries(params))
}
