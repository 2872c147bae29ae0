import manifest from '../../package.json' with { type: 'json' }
import { keyPathOf } from '../store/key.ts'
import { databaseVersions } from '../store/open.ts'
import { calls, openArchiveOf } from './calls.ts'

/** What the core says of itself. */
export const program = {
  facts: calls.program.facts.handler(({ context: { state } }) => {
    const { db, info } = openArchiveOf(state)
    const { archivePath, dataDir } = state.archives
    return {
      version: manifest.version,
      node: process.versions.node,
      ...databaseVersions(db),
      ...(archivePath === undefined ? { archivesFolder: dataDir } : {}),
      archive: info.path,
      key: keyPathOf(info.path),
    }
  }),
}
