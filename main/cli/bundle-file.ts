import { z } from 'zod'
import type { Bundle } from '../../shared/note/bundle.ts'
import type { BundleProblem } from '../core/bundle-problems.ts'
import { parseBundle } from '../core/import-bundle.ts'
import { Refusal } from '../store/refusal.ts'
import { readText } from './files.ts'
import { Misuse, type Terminal } from './terminal.ts'

const refusedSchema = z.object({ problems: z.array(z.object({ path: z.string(), message: z.string() })) })

/** A file that is no case bundle we can read, with each problem and its place. */
export class BundleRefused extends Misuse {
  readonly problems: readonly BundleProblem[]

  constructor(path: string, problems: readonly BundleProblem[], { t }: Terminal) {
    const lines = problems.map((problem) =>
      t('cli.bundle.problem', { path: problem.path || t('cli.bundle.whole'), message: problem.message }),
    )
    super([t('cli.bundle.refused', { path }), ...lines].join('\n'))
    this.problems = problems
  }
}

/** What `work` gives; a refusal of the file's content becomes one that names the file and lists the problems. */
export function namingFile<T>(path: string, terminal: Terminal, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'BUNDLE_REFUSED') throw error
    throw new BundleRefused(path, refusedSchema.parse(error.data).problems, terminal)
  }
}

/** The case bundle in a file (`-`: piped in). A Misuse where it cannot be read or is no case bundle. */
export async function readBundle(path: string, terminal: Terminal): Promise<Bundle> {
  const text = await readText(path, terminal)
  return namingFile(path, terminal, () => parseBundle(text))
}
