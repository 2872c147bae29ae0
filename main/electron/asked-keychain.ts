import type { Keychain } from '../store/key.ts'
import type { FromCore, ToCore } from './core-messages.ts'

type Answer = Extract<ToCore, { type: 'keychain-answer' }>

/** The keychain as the core's process sees it: each use is a question to main. */
export interface AskedKeychain {
  readonly keychain: Keychain
  readonly answered: (answer: Answer) => void
}

export function askedKeychain(
  state: Pick<Keychain, 'usable' | 'backend'>,
  send: (message: FromCore) => void,
): AskedKeychain {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  const ask = (operation: 'wrap' | 'unwrap', value: Uint8Array): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, (answer) => {
        if (answer.value === undefined) reject(new Error(answer.detail ?? 'The keychain gave no answer.'))
        else resolve(answer.value)
      })
      send({ type: 'keychain-ask', id, operation, value })
    })
  return {
    keychain: { ...state, wrap: (bytes) => ask('wrap', bytes), unwrap: (bytes) => ask('unwrap', bytes) },
    answered: (answer) => {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    },
  }
}
