import { ORPCError } from '@orpc/server'
import type { z } from 'zod'
import type { apiErrors, BundleProblem } from '../../shared/api/errors.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { type GovernedCode, type GovernedData, GovernedRefusal } from '../policy/obey.ts'
import { type RefusalCode, type Refusals, StoreRefusal } from '../store/refusal.ts'

/** A call that needs an archive, and none is open. */
export class ArchiveClosed extends Error {
  override readonly name = 'ArchiveClosed'
}

/** A call that the one who works may not make in their role. */
export class RoleRefused extends Error {
  override readonly name = 'RoleRefused'
  readonly data: z.infer<typeof apiErrors.ROLE_REFUSED.data>

  constructor(data: RoleRefused['data']) {
    super('ROLE_REFUSED')
    this.data = data
  }
}

/** A note with errors in it is not signed. */
export class SigningRefused extends Error {
  override readonly name = 'SigningRefused'
  readonly markers: readonly Marker[]

  constructor(markers: readonly Marker[]) {
    super('NOTE_HAS_ERRORS')
    this.markers = markers
  }
}

/** A text that is no case bundle we can take in, with each problem and its place. */
export class BundleRefused extends Error {
  override readonly name = 'BundleRefused'
  readonly problems: readonly BundleProblem[]

  constructor(problems: readonly BundleProblem[]) {
    super('BUNDLE_REFUSED')
    this.problems = problems
  }
}

/** What is refused of demo packs. */
export class TrainingRefused extends Error {
  override readonly name = 'TrainingRefused'
  readonly refused: TrainingRefusal

  constructor(refused: TrainingRefusal) {
    super(refused.code)
    this.refused = refused
  }
}

type TrainingRefusal =
  | { readonly code: 'DEMO_ONLY' }
  | { readonly code: 'PACK_LOADED'; readonly data: DataOf<'PACK_LOADED'> }
  | { readonly code: 'PACK_REFUSED'; readonly data: DataOf<'PACK_REFUSED'> }

type Definitions = typeof apiErrors
type DataOf<C extends keyof Definitions> = Definitions[C] extends { data: infer S extends z.ZodType }
  ? z.infer<S>
  : undefined

/** Fails to compile if the store refuses in a way, or with data, that the contract does not name. */
type Named = { [C in RefusalCode]: Refusals[C] extends DataOf<C> ? C : never }[RefusalCode]
/** Nor may the policies. */
type Governed = {
  [C in GovernedCode]: GovernedData[C] extends DataOf<C> ? C : never
}[GovernedCode]
const governedCodeOf = ({ code }: GovernedRefusal): Governed => code
const codeOf = ({ code }: StoreRefusal): Named => code

/** A failure as it may be logged: its kind, its code and where in the program, never its message. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${error.name}${code}`, ...places.slice(0, 8)].join('\n')
}

function trainingError(refused: TrainingRefusal): Error {
  switch (refused.code) {
    case 'DEMO_ONLY':
      return new ORPCError('DEMO_ONLY')
    case 'PACK_LOADED':
      return new ORPCError('PACK_LOADED', { data: refused.data })
    case 'PACK_REFUSED':
      return new ORPCError('PACK_REFUSED', { data: refused.data })
  }
}

/**
 * What the caller is told: a refusal by its code and its data, for whoever shows it to put into words. Anything
 * unexpected becomes a plain internal error, since its message may hold what somebody wrote.
 */
export function toApiError(error: unknown, log: (line: string) => void): Error {
  if (error instanceof ORPCError) return error
  if (error instanceof ArchiveClosed) return new ORPCError('ARCHIVE_CLOSED')
  if (error instanceof BundleRefused)
    return new ORPCError('BUNDLE_REFUSED', { data: { problems: error.problems } })
  if (error instanceof RoleRefused) return new ORPCError('ROLE_REFUSED', { data: error.data })
  if (error instanceof SigningRefused)
    return new ORPCError('NOTE_HAS_ERRORS', { data: { markers: error.markers } })
  if (error instanceof TrainingRefused) return trainingError(error.refused)
  if (error instanceof GovernedRefusal) return new ORPCError(governedCodeOf(error), { data: error.data })
  if (error instanceof StoreRefusal) return new ORPCError(codeOf(error), { data: error.data })
  log(describe(error))
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Internal error' })
}
