import { type ClientRequestArgs, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** A request with its path and headers sent just as given, which fetch would tidy. */
export function ask(port: number, options: ClientRequestArgs = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, agent: false, ...options }, (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      )
    })
    call.on('error', reject)
    call.end()
  })
}

/** The status line and body that a request to upgrade to a web socket gets, sent over a bare socket. */
export function upgrade(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const lines = Object.entries({
    Host: `127.0.0.1:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`),
    )
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      answer += part
      // An accepted socket stays open: its headers are the whole answer.
      if (answer.startsWith('HTTP/1.1 101') && answer.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

/** The session cookie that the address with the token is exchanged for. */
export async function signIn(url: string): Promise<{ port: number; cookie: string }> {
  const { port, pathname, search } = new URL(url)
  const answer = await ask(Number(port), { path: `${pathname}${search}` })
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`No session was given: ${answer.status} ${answer.body}`)
  return { port: Number(port), cookie }
}
