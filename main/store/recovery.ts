import { hkdfSync, randomBytes } from 'node:crypto'
import { RECOVERY_KEY_BYTES } from '../../shared/archive/recovery-key.ts'
import type { Timestamp } from '../../shared/case/dates.ts'
import type { KeyFile } from './key.ts'
import { decrypt, encrypt } from './passphrase.ts'

export type Recovery = NonNullable<KeyFile['recovery']>

/** Says what the secret is for, so that the same bytes never serve for anything else. */
const PURPOSE = 'klarlagt/aterstallningsnyckel/1'

// The recovery key is random and long, so it needs no slow derivation as a passphrase does.
function secretOf(recoveryKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', recoveryKey, salt, PURPOSE, 32))
}

/** A new recovery key for an archive's key, and what of it stands in the key file. */
export function newRecovery(
  key: Uint8Array,
  madeAt: Timestamp,
): { recoveryKey: Uint8Array; recovery: Recovery } {
  const recoveryKey = randomBytes(RECOVERY_KEY_BYTES)
  const salt = randomBytes(16)
  return { recoveryKey, recovery: { madeAt, salt, ...encrypt(key, secretOf(recoveryKey, salt)) } }
}

/** The archive's key, by its recovery key; undefined where that is another's, or one that was replaced. */
export function recoveredKey(recovery: Recovery, recoveryKey: Uint8Array): Uint8Array | undefined {
  return decrypt(recovery, secretOf(recoveryKey, recovery.salt))
}
