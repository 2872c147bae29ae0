import { ORPCError } from '@orpc/server'
import { apiErrors, type BundleProblem, refusalMessage } from '../../shared/api/errors.ts'
import { messageText } from '../../shared/text/index.ts'
import { BundleRefused } from '../core/refusals.ts'
import { GovernedRefusal } from '../policy/obey.ts'
import { StoreRefusal } from '../store/refusal.ts'
import { Misuse, type Terminal } from './terminal.ts'

/** The code and data of a refusal, whether it comes from a call or straight from the store. */
export function refusalOf(error: unknown): { code: string; data: unknown } | undefined {
  if (error instanceof StoreRefusal || error instanceof GovernedRefusal) return error
  return error instanceof ORPCError ? { code: String(error.code), data: error.data } : undefined
}

/** Puts a misuse or a refusal into words; undefined for anything else, which is a bug. */
export function refusalLine(error: unknown, { language }: Terminal): string | undefined {
  if (error instanceof Misuse) return error.message
  const refusal = refusalOf(error)
  const message = refusal && refusalMessage(refusal.code, refusal.data)
  return message && messageText(language, message)
}

/** Explains why a file cannot be read as a case bundle: each problem, and where it is. */
export function refusedFile(path: string, problems: readonly BundleProblem[], terminal: Terminal): Misuse {
  const { language, t } = terminal
  const lines = problems.map((problem) =>
    t('cli.bundle.problem', {
      path: problem.path || t('cli.bundle.whole'),
      message: messageText(language, problem.message),
    }),
  )
  return new Misuse([t('cli.bundle.refused', { path }), ...lines].join('\n'))
}

/** Runs `work`; if it refuses the content of the file, throws a Misuse that names the file and lists the problems. */
export async function namingFile<T>(
  path: string,
  terminal: Terminal,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BundleRefused) throw refusedFile(path, error.problems, terminal)
    if (error instanceof ORPCError && error.code === 'BUNDLE_REFUSED') {
      const { problems } = apiErrors.BUNDLE_REFUSED.data.parse(error.data)
      throw refusedFile(path, problems, terminal)
    }
    throw error
  }
}
