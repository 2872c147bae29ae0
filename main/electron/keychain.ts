import { safeStorage } from 'electron'

/** What the system offers to keep an archive's key with, by name. */
export interface KeychainState {
  readonly usable: boolean
  readonly backend: string
}

function backend(): string {
  if (process.platform === 'darwin') return 'keychain'
  if (process.platform === 'win32') return 'dpapi'
  return safeStorage.getSelectedStorageBackend()
}

/** Whether the system's keychain can be trusted with a key. Linux `basic_text` is a fixed password, so no keychain at all. */
export function keychainState(): KeychainState {
  const name = backend()
  return {
    usable: safeStorage.isEncryptionAvailable() && name !== 'basic_text' && name !== 'unknown',
    backend: name,
  }
}

/** Wraps or unwraps a key with the system's keychain. Throws where it cannot. */
export function askSystemKeychain(operation: 'wrap' | 'unwrap', value: Uint8Array): Uint8Array {
  if (!keychainState().usable) throw new Error(`The keychain (${backend()}) cannot keep a secret.`)
  if (operation === 'wrap') return safeStorage.encryptString(Buffer.from(value).toString('base64'))
  return Buffer.from(safeStorage.decryptString(Buffer.from(value)), 'base64')
}
