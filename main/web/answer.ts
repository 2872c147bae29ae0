import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { rpcPath, securityHeaders, staticFile } from '../../shared/host/serving.ts'
import { translate } from '../../shared/text/index.ts'
import { type Gate, refuseStranger, type TurnedAway } from './guard.ts'

const TOKEN = 'token'

/** The address to print: the page, with the one-time token that opens it. */
export function addressWithToken(port: number, token: string): string {
  return `http://127.0.0.1:${port}/?${TOKEN}=${token}`
}

/** The headers of every response. The page may connect to this host's web socket and nothing else. */
export function headersFor(port: number): Readonly<Record<string, string>> {
  return securityHeaders(["'self'", `ws://127.0.0.1:${port}`, `ws://localhost:${port}`])
}

/** A refusal in Swedish and English, with nothing of the request in it. */
export function refusalText({ text }: TurnedAway): string {
  return `${translate('sv', text)}\n\n${translate('en', text)}\n`
}

interface Site {
  readonly port: number
  readonly rendererDir: string
  readonly gate: Gate
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

function refused(refusal: TurnedAway): Answer {
  return {
    status: refusal.status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      ...(refusal.status === 405 ? { Allow: 'GET, HEAD' } : {}),
    },
    body: refusalText(refusal),
  }
}

async function file(rendererDir: string, pathname: string): Promise<Answer> {
  const found = staticFile(pathname)
  if (found === undefined || pathname === rpcPath) return refused({ status: 404, text: 'host.web.missing' })
  try {
    const body = await readFile(join(rendererDir, ...found.segments))
    return { status: 200, headers: { 'Content-Type': found.mimeType }, body }
  } catch {
    return refused({ status: 404, text: 'host.web.missing' })
  }
}

async function answerTo(request: IncomingMessage, { port, rendererDir, gate }: Site): Promise<Answer> {
  const stranger = refuseStranger(request, port)
  if (stranger !== undefined) return refused(stranger)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refused({ status: 405, text: 'host.web.method' })
  // The path exactly as sent: a URL parser would resolve `..` before we could refuse it.
  const [pathname = '', query = ''] = (request.url ?? '').split('?', 2)
  const token = pathname === '/' ? new URLSearchParams(query).get(TOKEN) : null
  if (token !== null && request.method === 'GET') {
    const cookie = gate.exchange(token)
    if (cookie !== undefined)
      return { status: 303, headers: { Location: '/', 'Set-Cookie': cookie }, body: '' }
    // Whoever is already in may reload the first address.
    if (gate.admits(request.headers.cookie)) return { status: 303, headers: { Location: '/' }, body: '' }
    return refused({ status: 403, text: 'host.web.token' })
  }
  if (!gate.admits(request.headers.cookie)) return refused({ status: 403, text: 'host.web.notAdmitted' })
  return file(rendererDir, pathname)
}

/** Answers a request: refuses strangers, exchanges the token for the cookie, and serves the workbench's files. */
export async function answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  const { status, headers, body } = await answerTo(request, site)
  const length = { 'Content-Length': String(Buffer.byteLength(body)) }
  response.writeHead(status, { ...headersFor(site.port), ...headers, ...length })
  response.end(request.method === 'HEAD' ? undefined : body)
}
