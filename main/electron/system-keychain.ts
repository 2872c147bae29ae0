import { safeStorage } from 'electron'
import { KeychainUnavailable } from '../store/key.ts'

/** The system's means of keeping an archive's key, by name, and whether it can be trusted. */
interface KeychainState {
  readonly usable: boolean
  readonly backend: string
}

function backend(): string {
  if (process.platform === 'darwin') return 'keychain'
  if (process.platform === 'win32') return 'dpapi'
  return safeStorage.getSelectedStorageBackend()
}

/**
 * The keychain that the system has chosen, by its name alone: to ask it anything makes a locked one ask the user to unlock it, which
 * somebody whose archive has a passphrase need not see. Linux's `basic_text` encrypts with a fixed password, so it does not count.
 */
export function keychainState(): KeychainState {
  const name = backend()
  return { usable: name !== 'basic_text' && name !== 'unknown', backend: name }
}

/** Electron of old can only be asked in a way that stops the program until a locked keychain has been unlocked. */
const canWait = 'isAsyncEncryptionAvailable' in safeStorage

async function isThere(): Promise<boolean> {
  return keychainState().usable && (canWait ? safeStorage.isAsyncEncryptionAvailable() : isThereAtOnce())
}

// The calls without a promise are deprecated, and all that the Electron of the tests has.
const isThereAtOnce = () => safeStorage.isEncryptionAvailable()
const encryptAtOnce = (text: string) => safeStorage.encryptString(text)
const decryptAtOnce = (bytes: Buffer) => safeStorage.decryptString(bytes)

const encrypt = async (text: string) => (canWait ? safeStorage.encryptStringAsync(text) : encryptAtOnce(text))
const decrypt = async (bytes: Buffer) =>
  canWait ? (await safeStorage.decryptStringAsync(bytes)).result : decryptAtOnce(bytes)

/** Wraps or unwraps a key with the system's keychain. KeychainUnavailable where it is locked, or does not answer. */
export async function askSystemKeychain(
  operation: 'wrap' | 'unwrap',
  value: Uint8Array,
): Promise<Uint8Array> {
  if (!(await isThere())) throw new KeychainUnavailable()
  if (operation === 'wrap') return encrypt(Buffer.from(value).toString('base64'))
  return Buffer.from(await decrypt(Buffer.from(value)), 'base64')
}
