import Database from 'better-sqlite3'
import { newKey, noKeychain, writeKeyFile } from '../../../main/store/key.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { anna, caseDetails, cheapScrypt, now, wholeNeed } from '../core/support.ts'
import { passphrase } from './common.ts'

const caseId = '7f9a1d52-7a7b-4f57-9b5e-2f7f3f1f0a01'
const noteId = '0b8d1b8e-6a53-4c8e-9d5e-0a8f6b0a5d11'

/** An archive as version 6 left it, with a case and a draft. */
export async function makeArchiveOfVersion6(path: string): Promise<void> {
  const { key, file } = await newKey({
    name: 'Krasch',
    demo: false,
    passphrase,
    keychain: noKeychain,
    scrypt: cheapScrypt,
  })
  writeKeyFile(path, file)
  const database = new Database(path)
  const pragmas = [`cipher = 'sqlcipher'`, 'legacy = 4', `key = "x'${Buffer.from(key).toString('hex')}'"`]
  for (const pragma of [...pragmas, 'journal_mode = WAL', `application_id = ${0x4b_6c_61_72}`])
    database.pragma(pragma)
  for (const { up } of migrations.slice(0, 6)) up(database)
  database.pragma('user_version = 6')
  const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values)
  const [at, by, answers] = [now.toISOString(), JSON.stringify(anna), JSON.stringify(wholeNeed)]
  run('INSERT INTO archive VALUES (1, ?)', by)
  const details = JSON.stringify({ id: caseId, ...caseDetails() })
  run('INSERT INTO cases VALUES (?, ?, ?, ?, ?, 1)', caseId, '26-1187', details, at, at)
  run(
    `INSERT INTO notes VALUES (?, ?, 'behovsklarlaggande', 1, 'behovsklarlaggande', 'forsakringskassan', ?, 'utkast', ?, ?, 1, ?, NULL, NULL, NULL)`,
    noteId,
    caseId,
    by,
    at,
    at,
    answers,
  )
  run('INSERT INTO revisions VALUES (?, 1, ?, ?, ?, NULL, NULL, NULL, NULL)', noteId, at, by, answers)
  run(`INSERT INTO log (at, by, action) VALUES (?, ?, 'archive-created')`, at, by)
  database.close()
}
