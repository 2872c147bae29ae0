import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { MAX_MESSAGE_BYTES, rpcPath } from '../../shared/host/serving.ts'
import { message } from '../../shared/text/index.ts'
import type { Message } from '../../shared/text/message.ts'
import { addressWithToken, answer, headersFor, refusalText } from './answer.ts'
import { createGate, type Gate, refuseStrangeSocket, type TurnedAway } from './guard.ts'

/** A running server: its address with the one-time token, and how to stop it. */
export interface Listening {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

export interface ListenOptions {
  /** The built workbench. */
  readonly rendererDir: string
  /** 0 picks a free one. */
  readonly port: number
  /** Called with each web socket, once its origin and cookie have been checked. */
  readonly onSocket: (socket: WebSocket) => void
}

/** The workbench cannot be served. Whoever shows the reason puts it into words. */
export class CannotServe extends Error {
  override readonly name = 'CannotServe'
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

/** The requested port is in use by another program. */
export class PortTaken extends CannotServe {
  constructor(port: number) {
    super(message('host.web.portTaken', { port }))
  }
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error)
    })
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function refuseUpgrade(socket: Duplex, refusal: TurnedAway, port: number): void {
  const body = refusalText(refusal)
  const headers = Object.entries({
    ...headersFor(port),
    Connection: 'close',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
  }).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${refusal.status} Refused\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
}

function refuseSocket(request: IncomingMessage, port: number, gate: Gate): TurnedAway | undefined {
  const stranger = refuseStrangeSocket(request, port)
  if (stranger !== undefined) return stranger
  if (!gate.admits(request.headers.cookie)) return { status: 403, text: 'host.web.notAdmitted' }
  return request.url === rpcPath ? undefined : { status: 404, text: 'host.web.missing' }
}

/**
 * Serves the workbench's files and web sockets on 127.0.0.1 only, to whoever brings the one-time token. Rejects with
 * PortTaken if the port is in use.
 */
export async function listen({ rendererDir, port: wanted, onSocket }: ListenOptions): Promise<Listening> {
  const server = createServer()
  const port = await bind(server, wanted)
  const gate = createGate(port)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  })

  server.on('request', (request, response) => {
    answer(request, response, { port, rendererDir, gate }).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    const refusal = refuseSocket(request, port, gate)
    // It is fine for a caller to hang up.
    socket.on('error', () => socket.destroy())
    if (refusal !== undefined) refuseUpgrade(socket, refusal, port)
    else
      sockets.handleUpgrade(request, socket, head, (open) => {
        // A message that is too large or malformed: the socket is closed with the reason, and the page opens another.
        open.on('error', (error) => open.close(1009, error.message.slice(0, 100)))
        onSocket(open)
      })
  })

  return {
    url: addressWithToken(port, gate.token),
    port,
    close: () =>
      new Promise((resolve, reject) => {
        for (const socket of sockets.clients) socket.terminate()
        sockets.close()
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}
