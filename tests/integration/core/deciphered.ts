import Database from 'better-sqlite3'
import { keyOf, noKeychain, readKeyFile } from '../../../main/store/key.ts'
import { passphrase } from './support.ts'

/** The pages of an archive's file, or of a backup of it, deciphered as they lie: every page, free ones too. */
export async function deciphered(path: string, file: string): Promise<Buffer> {
  const key = await keyOf(path, readKeyFile(path), passphrase, noKeychain)
  const database = new Database(file)
  database.pragma(`cipher = 'sqlcipher'`)
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  const plain = database.serialize()
  database.close()
  return plain
}
