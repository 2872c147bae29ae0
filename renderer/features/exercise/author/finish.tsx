import { useState } from 'react'
import type { Cause } from '../../../../shared/fields/define.ts'
import { plainNote } from '../../../../shared/note/note.ts'
import { readPack } from '../../../../shared/training/load.ts'
import { makePack, type PackSource, packSlug } from '../../../../shared/training/make-pack.ts'
import { emptyPackDraft, type PackDraft } from '../../../../shared/training/pack-draft.ts'
import type { Lack } from '../../../../shared/training/unfinished.ts'
import { errorText } from '../../../api/error-text.ts'
import { mayExport, usePolicies } from '../../../api/policies.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { useToday } from '../../../base/clock.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { useNoteServices } from '../../../note-model/use-note.ts'
import { useCommandContext, useWorkbench } from '../../../workbench/context.ts'
import { giveFile } from '../../../workbench/give-file.ts'
import { Unfinished } from './unfinished.tsx'

interface Props {
  readonly draft: PackDraft
  readonly change: (part: Partial<PackDraft>) => void
  readonly lacks: readonly Lack[]
  /** Says that the pack is to be saved: what it lacks is told at its fields from then on. */
  readonly onTry: () => void
}

/** Saves the pack as a file, once it is a pack: until then it says what is not finished. */
export function Finish({ draft, change, lacks, onTry }: Props) {
  const t = useT()
  const today = useToday()
  const policies = usePolicies()
  const workbench = useCommandContext()
  const { client, confirm, notify } = useWorkbench()
  const { sessions } = useNoteServices()
  const { data: templates = [] } = useTemplates()
  const [refused, setRefused] = useState<{ draft: PackDraft; causes: readonly Cause[] }>()

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
    onTry()
    if (lacks.length > 0) return
    try {
      const content = `${JSON.stringify(makePack(draft, await read(), today), undefined, 2)}\n`
      const fileName = `${packSlug(draft.title.sv)}.json`
      const pack = readPack({ ok: true, value: content }, templates)
      setRefused(pack.ok ? undefined : { draft, causes: pack.causes })
      if (!pack.ok) return
      const file = { fileName, mimeType: 'application/json', content }
      await giveFile(workbench, file, t('exercise.author.saved', { fileName }))
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
      <Unfinished causes={refused?.draft === draft ? refused.causes : []} />
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
