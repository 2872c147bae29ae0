import { implement } from '@orpc/server'
import { contract } from '../../shared/api/contract.ts'
import { type Log, toApiError } from './api-error.ts'
import type { Services } from './services.ts'

/** The contract, implemented by the services. Needs no context; every refusal is one that the contract names. */
export function createRouter(services: Services, log: Log) {
  const { archive, cases, notes, templates, settings, changes } = services
  const os = implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw toApiError(error, log)
    }
  })
  return os.router({
    archive: {
      status: os.archive.status.handler(() => archive.status()),
      create: os.archive.create.handler(({ input }) => archive.create(input)),
      open: os.archive.open.handler(({ input }) => archive.open(input)),
      demo: os.archive.demo.handler(() => archive.demo()),
      close: os.archive.close.handler(() => archive.close()),
      setUser: os.archive.setUser.handler(({ input }) => archive.setUser(input)),
    },
    cases: {
      list: os.cases.list.handler(() => cases.list()),
      get: os.cases.get.handler(({ input }) => cases.get(input.id)),
      create: os.cases.create.handler(({ input }) => cases.create(input)),
      update: os.cases.update.handler(({ input }) => cases.update(input)),
      dump: os.cases.dump.handler(({ input }) => cases.dump(input.id)),
      import: os.cases.import.handler(({ input }) => cases.import(input.json)),
    },
    notes: {
      get: os.notes.get.handler(({ input }) => notes.get(input.id)),
      ofCase: os.notes.ofCase.handler(({ input }) => notes.ofCase(input.caseId)),
      create: os.notes.create.handler(({ input }) => notes.create(input)),
      save: os.notes.save.handler(({ input }) => {
        const { note, savedAt } = notes.save(input)
        return { revision: note.revision, savedAt }
      }),
      sign: os.notes.sign.handler(({ input }) => notes.sign(input)),
      revisions: os.notes.revisions.handler(({ input }) => notes.revisions(input.id)),
      revision: os.notes.revision.handler(({ input }) => notes.revision(input.id, input.revision)),
      export: os.notes.export.handler(({ input }) => notes.export(input)),
    },
    templates: {
      list: os.templates.list.handler(() => templates.list()),
    },
    settings: {
      get: os.settings.get.handler(() => settings.get()),
      set: os.settings.set.handler(({ input }) => settings.set(input.key, input.value)),
    },
    changes: os.changes.handler(({ signal }) => changes.subscribe(signal)),
  })
}
