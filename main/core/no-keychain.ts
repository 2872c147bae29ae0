import type { Keychain } from '../store/key.ts'

const refuse = () => Promise.reject(new Error('There is no keychain here.'))

/** For hosts without a keychain (the web host, the command line): keys are locked by passphrases. */
export const noKeychain: Keychain = { usable: false, backend: 'none', wrap: refuse, unwrap: refuse }
