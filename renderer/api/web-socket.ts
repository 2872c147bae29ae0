import { RPCLink } from '@orpc/client/websocket'
import { lineOptions } from '../../shared/api/line-options.ts'
import { rpcPath } from '../../shared/host/serving.ts'
import type { Admission } from './connection.ts'
import type { CoreLine, Dial } from './resilient-link.ts'

/** Whether the web host is there but refuses us, because it no longer accepts our cookie. */
async function turnsUsAway(origin: string): Promise<boolean> {
  const answer = await fetch(new URL('/', origin), { method: 'HEAD', redirect: 'manual', cache: 'no-store' })
  return answer.status === 403
}

const loopback = ['127.0.0.1', 'localhost']

/**
 * The token in what the user pasted: the address that the host printed at our own port, or the token alone. Undefined
 * where it is any other address.
 */
function tokenIn(pasted: string, { port }: URL): string | undefined {
  if (!URL.canParse(pasted)) return pasted
  const address = new URL(pasted)
  if (!loopback.includes(address.hostname) || address.port !== port) return undefined
  return address.searchParams.get('token') ?? ''
}

/** Presents the one-time token to our own host in exchange for a new cookie. Nothing is ever sent to another address. */
export async function admit(origin: string, pasted: string): Promise<Admission> {
  const own = new URL('/', origin)
  const token = tokenIn(pasted.trim(), own)
  if (token === undefined) return 'elsewhere'
  own.searchParams.set('token', token)
  try {
    const answer = await fetch(own, { redirect: 'manual', cache: 'no-store' })
    // The host redirects whoever it lets in, and a page cannot see more of a redirect than that.
    return answer.type === 'opaqueredirect' || answer.status === 303 ? 'admitted' : 'used-or-wrong'
  } catch {
    return 'no-answer'
  }
}

/** A line over an open web socket. */
export function lineOverSocket(socket: WebSocket): CoreLine {
  const lost = Promise.withResolvers<void>()
  const link = new RPCLink({ websocket: socket, ...lineOptions })
  socket.addEventListener('close', () => lost.resolve())
  return { link, isLost: () => socket.readyState !== WebSocket.OPEN, lost: lost.promise }
}

/** Opens lines over web sockets to the page's own host. */
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
