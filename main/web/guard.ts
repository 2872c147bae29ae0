import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { TextKey } from '../../shared/text/index.ts'

/** Why a request is turned away. */
export interface TurnedAway {
  readonly status: 403 | 404 | 405
  readonly text: TextKey
}

/**
 * Checks whom a request is for and where it comes from. `Host` must be our own loopback address, which stops names that
 * are made to point here (DNS rebinding); `Origin`, where there is one, must be our own page.
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

/** A web socket must come from our own page: the browser always says from where, so a missing `Origin` is refused too. */
export function refuseStrangeSocket(
  request: Pick<IncomingMessage, 'headers'>,
  port: number,
): TurnedAway | undefined {
  if (request.headers.origin === undefined) return { status: 403, text: 'host.web.origin' }
  return refuseStranger(request, port)
}

const COOKIE = 'klarlagt-session'

/** Who may talk to the web host: whoever came with the one-time token, and carries the cookie it was exchanged for. */
export interface Sessions {
  /** The token to put in the address; good for one exchange. */
  readonly token: string
  /** A `Set-Cookie` value for the right token the first time it is shown, otherwise undefined. */
  readonly exchange: (token: string) => string | undefined
  /** Whether a request's `Cookie` header carries the session. */
  readonly holds: (cookies: string | undefined) => boolean
}

/** 256 random bits, safe in an address and in a cookie. */
const secret = (): string => randomBytes(32).toString('base64url')

function equal(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** One token and one session, as long as the server stands. The cookie's name holds the port, since ports share cookies. */
export function createSessions(port: number): Sessions {
  const name = `${COOKIE}-${port}`
  const token = secret()
  const session = secret()
  let used = false
  return {
    token,
    exchange: (given) => {
      if (used || !equal(given, token)) return undefined
      used = true
      return `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    holds: (cookies) =>
      (cookies ?? '').split(';').some((pair) => {
        const [key = '', value = ''] = pair.trim().split('=')
        return key === name && equal(value, session)
      }),
  }
}
