import { type BrowserPortLike, RPCLink } from '@orpc/client/message-port'
import { lineOptions } from '../../shared/api/line-options.ts'
import { type Bridge, portMessage } from '../../shared/host/bridge.ts'
import type { CoreLine, Dial } from './resilient-link.ts'

const PORT_WITHIN_MS = 10_000

/** Asks the preload for a port to the core and waits for the window message that brings it. */
function receivePort(bridge: Bridge, window: Window): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('message', onMessage)
    }
    const onMessage = (event: MessageEvent<unknown>) => {
      const [port] = event.ports
      if (event.source !== window || event.origin !== window.location.origin) return
      if (event.data !== portMessage || port === undefined) return
      end()
      resolve(port)
    }
    const timer = setTimeout(() => {
      end()
      reject(new Error('No port to the core was given.'))
    }, PORT_WITHIN_MS)
    window.addEventListener('message', onMessage)
    bridge.connectCore()
  })
}

/** A line over a message port, lost when the port closes or main reports that the core's process has ended. */
export function lineOverPort(port: MessagePort, onCoreLost: Bridge['onCoreLost']): CoreLine {
  const lost = Promise.withResolvers<void>()
  const onEnd: Array<() => void> = []
  let isLost = false
  const end = () => {
    if (isLost) return
    isLost = true
    stop()
    for (const listener of onEnd) listener()
    port.close()
    lost.resolve()
  }
  const stop = onCoreLost(end)
  port.addEventListener('close', end)
  // We tell the link about the end ourselves, so that no call made through it waits for an answer that cannot come.
  const seenByLink: BrowserPortLike = {
    onMessage: {
      addListener: (listener) => port.addEventListener('message', (event) => listener(event.data)),
    },
    onDisconnect: { addListener: (listener) => onEnd.push(listener) },
    postMessage: (data) => port.postMessage(data),
  }
  const link = new RPCLink({ port: seenByLink, ...lineOptions })
  port.start()
  return { link, isLost: () => isLost, lost: lost.promise }
}

/** Opens lines over message ports, which Electron's main process hands out on request. */
export function dialElectron(bridge: Bridge, window: Window): Dial {
  return async () => lineOverPort(await receivePort(bridge, window), bridge.onCoreLost)
}
