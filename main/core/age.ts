import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { PackageLock } from '../../shared/api/packages.ts'
import { PASSPHRASE_MINIMUM, passphraseLength, type ScryptParams } from '../store/passphrase.ts'
import { refusal } from '../store/refusal.ts'

/** Work factor of scrypt for the passphrase of a file, as strong as an archive's own: N is two to this. */
const WORK_FACTOR = 16

/** How a file is locked: by whom, how strong a passphrase must be, and with which work. */
export interface Locking {
  readonly lock: PackageLock
  readonly minimum: number | undefined
  /** Of archives' keys; tests take cheap ones. */
  readonly scrypt: ScryptParams | undefined
}

/** A new key of age and the address that belongs to it. */
export const newIdentity = (): Promise<string> => generateX25519Identity()
export const addressOf = (identity: string): Promise<string> => identityToRecipient(identity)

/** Encrypts bytes with age (age-encryption.org/v1). PASSPHRASE_WEAK, RECIPIENT_UNKNOWN. */
export async function lockFile(
  bytes: Uint8Array,
  { lock, minimum = 0, scrypt }: Locking,
): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  if (lock.kind === 'passphrase') {
    const least = Math.max(PASSPHRASE_MINIMUM, minimum)
    if (passphraseLength(lock.passphrase) < least) throw refusal('PASSPHRASE_WEAK', { minimum: least })
    encrypter.setScryptWorkFactor(scrypt === undefined ? WORK_FACTOR : Math.log2(scrypt.N))
    encrypter.setPassphrase(lock.passphrase.normalize('NFC'))
  } else addRecipient(encrypter, lock.recipient)
  return encrypter.encrypt(bytes)
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  // X25519 alone: other kinds of address would ask for plugins or passkeys that are not here.
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(recipient)) throw refusal('RECIPIENT_UNKNOWN')
  try {
    encrypter.addRecipient(recipient)
  } catch {
    throw refusal('RECIPIENT_UNKNOWN')
  }
}

/** The bytes of an encrypted file, by the key of whoever works or by a passphrase. PACKAGE_LOCKED where neither opens it. */
export async function unlockFile(
  bytes: Uint8Array,
  { identity, passphrase }: { identity: string | undefined; passphrase: string | undefined },
): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  if (identity !== undefined) decrypter.addIdentity(identity)
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase.normalize('NFC'))
  try {
    return await decrypter.decrypt(bytes)
  } catch {
    // A wrong key and a changed byte look alike: nothing of the file is read before all of it has been proven.
    throw refusal('PACKAGE_LOCKED')
  }
}
