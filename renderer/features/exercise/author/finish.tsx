import { useState } from 'react'
import { plainNote } from '../../../../shared/note/note.ts'
import { fileProblems, type TemplateProblem } from '../../../../shared/template/load.ts'
import { readPack } from '../../../../shared/training/load.ts'
import { makePack, type PackSource, packSlug } from '../../../../shared/training/make-pack.ts'
import { emptyPackDraft, type PackDraft } from '../../../../shared/training/pack-draft.ts'
import { errorText } from '../../../api/error-text.ts'
import { nextFile } from '../../../api/host.ts'
import { mayExport, usePolicies } from '../../../api/policies.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { useToday } from '../../../base/clock.ts'
import { saveFile } from '../../../base/files.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useNoteServices } from '../../../note-model/use-note.ts'
import { useCommandContext, useWorkbench } from '../../../workbench/context.ts'
import { tellFile } from '../../../workbench/tell-file.ts'

interface Props {
  readonly draft: PackDraft
  readonly change: (part: Partial<PackDraft>) => void
}

/** Saves the pack as a file, once it is a pack: until then it says what is not finished. */
export function Finish({ draft, change }: Props) {
  const t = useT()
  const language = useLanguage()
  const today = useToday()
  const policies = usePolicies()
  const workbench = useCommandContext()
  const { client, confirm, notify } = useWorkbench()
  const { sessions } = useNoteServices()
  const { data: templates = [] } = useTemplates()
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([])

  const read = async (): Promise<PackSource[]> => {
    await sessions.flushAll()
    return Promise.all(
      draft.cases.map(async ({ id }) => ({
        case: (await client.cases.get({ id })).case,
        notes: (await client.notes.ofCase({ caseId: id })).map(plainNote),
      })),
    )
  }
  const save = async () => {
    try {
      const content = `${JSON.stringify(makePack(draft, await read(), today), undefined, 2)}\n`
      const fileName = `${packSlug(draft.title.sv)}.json`
      const pack = readPack({ ok: true, value: content }, templates)
      setProblems(pack.ok ? [] : fileProblems(fileName, pack.causes, language))
      if (!pack.ok) return
      const ended = nextFile()
      saveFile({ fileName, mimeType: 'application/json', content })
      tellFile(workbench, await ended, t('exercise.author.saved', { fileName }))
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  }
  const clear = async () => {
    const isSure = await confirm({
      title: t('exercise.author.clear.title'),
      body: t('exercise.author.clear.body'),
      confirm: t('exercise.author.clear'),
      danger: true,
    })
    if (isSure) change(emptyPackDraft)
  }
  return (
    <section className="author-part">
      <h2 className="page-heading">{t('exercise.author.finish')}</h2>
      <div role="alert">
        {problems.length === 0 ? null : (
          <div className="form-summary">
            <p>{t('exercise.author.unfinished')}</p>
            <ul className="author-problems">
              {problems.map(({ path, message }) => (
                <li key={`${path} ${message}`}>{message}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="exercise-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={!mayExport(policies, 'bundle')}
          onClick={() => void save()}
        >
          <Icon name="save" />
          {t('exercise.author.save')}
        </button>
        <button type="button" className="button" onClick={() => void clear()}>
          <Icon name="clear-all" />
          {t('exercise.author.clear')}
        </button>
      </div>
    </section>
  )
}
