import type { BrowserPortLike } from '@orpc/client/message-port'

type Data = string | Uint8Array

/** A port whose words come and go over another channel: one page's line, relayed by main. */
export interface RelayedPort {
  readonly port: BrowserPortLike
  /** Something came from the page. Kept until somebody listens. */
  readonly receive: (data: Data) => void
  /** The page is gone. */
  readonly end: () => void
}

export function relayedPort(send: (data: Data) => void): RelayedPort {
  const waiting: Data[] = []
  const listeners: Array<(data: unknown) => void> = []
  const onEnd: Array<() => void> = []
  return {
    port: {
      postMessage: send,
      onMessage: {
        addListener: (listener) => {
          listeners.push(listener)
          for (const data of waiting.splice(0)) listener(data)
        },
      },
      onDisconnect: { addListener: (listener) => onEnd.push(listener) },
    },
    receive: (data) => {
      if (listeners.length === 0) waiting.push(data)
      for (const listener of listeners) listener(data)
    },
    end: () => {
      for (const listener of onEnd) listener()
    },
  }
}
