import { RPCLink } from '@orpc/client/websocket'
import { lineOptions } from '../../shared/api/line-options.ts'
import { rpcPath } from '../../shared/host/serving.ts'
import type { Dial, Line } from './resilient-link.ts'

/** Whether the web host turns us away, rather than being gone: its session cookie is no longer ours. */
async function turnsUsAway(origin: string): Promise<boolean> {
  const answer = await fetch(new URL('/', origin), { method: 'HEAD', redirect: 'manual', cache: 'no-store' })
  return answer.status === 403
}

/** A line over an open web socket. */
export function lineOverSocket(socket: WebSocket): Line {
  const lost = Promise.withResolvers<void>()
  const link = new RPCLink({ websocket: socket, ...lineOptions })
  socket.addEventListener('close', () => lost.resolve())
  return { link, isLost: () => socket.readyState !== WebSocket.OPEN, lost: lost.promise }
}

/** Lines to the core over web sockets to the page's own host. */
export function dialWeb(origin: string): Dial {
  const address = new URL(rpcPath, origin)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return async () => {
    const socket = new WebSocket(address)
    socket.binaryType = 'arraybuffer'
    const opened = await new Promise<boolean>((resolve) => {
      socket.addEventListener('open', () => resolve(true), { once: true })
      socket.addEventListener('close', () => resolve(false), { once: true })
    })
    if (opened) return lineOverSocket(socket)
    if (await turnsUsAway(origin)) return 'refused'
    throw new Error('The web host does not answer.')
  }
}
