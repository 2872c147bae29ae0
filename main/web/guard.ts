import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { TextKey } from '../../shared/text/index.ts'

/** Why a request is turned away. */
export interface TurnedAway {
  readonly status: 403 | 404 | 405
  readonly text: TextKey
}

/**
 * Checks a request's destination and origin. `Host` must be our own loopback address, which stops DNS rebinding; `Origin`,
 * if present, must be our own page.
 */
export function refuseStranger(
  { headers }: Pick<IncomingMessage, 'headers'>,
  port: number,
): TurnedAway | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return { status: 403, text: 'host.web.host' }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    return { status: 403, text: 'host.web.origin' }
  }
  return undefined
}

/** A web socket must come from our own page. Browsers always send `Origin` with it, so a missing one is refused too. */
export function refuseStrangeSocket(
  request: Pick<IncomingMessage, 'headers'>,
  port: number,
): TurnedAway | undefined {
  if (request.headers.origin === undefined) return { status: 403, text: 'host.web.origin' }
  return refuseStranger(request, port)
}

const COOKIE = 'klarlagt-session'

/** Who may talk to the web host: whoever brought the one-time token, and has the cookie that it was exchanged for. */
export interface Gate {
  /** The token to put in the address. It can be exchanged once. */
  readonly token: string
  /** A `Set-Cookie` value if the token is right and unused, otherwise undefined. */
  readonly exchange: (token: string) => string | undefined
  /** Whether a request's `Cookie` header holds our cookie. */
  readonly admits: (cookies: string | undefined) => boolean
}

/** 256 random bits, in characters that are safe in URLs and cookies. */
const secret = (): string => randomBytes(32).toString('base64url')

function equal(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** One token and one cookie for the lifetime of the server. The cookie's name includes the port, since ports share cookies. */
export function createGate(port: number): Gate {
  const name = `${COOKIE}-${port}`
  const token = secret()
  const pass = secret()
  let used = false
  return {
    token,
    exchange: (given) => {
      if (used || !equal(given, token)) return undefined
      used = true
      return `${name}=${pass}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits: (cookies) =>
      (cookies ?? '').split(';').some((pair) => {
        const [key = '', value = ''] = pair.trim().split('=')
        return key === name && equal(value, pass)
      }),
  }
}
