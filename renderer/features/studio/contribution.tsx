import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { blankTemplate } from '../../../shared/studio/blank.ts'
import { shownWords } from '../../../shared/studio/text.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { type WorkingCopyId, workingCopyIdSchema } from '../../../shared/template/working-copy.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { refusedWithout } from '../../note-model/may.ts'
import type { Command, Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import { unsavedCopies, useWrittenTitle } from './session/copies.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    studio: { copyId: WorkingCopyId }
  }
}

// With the editor of JSON it is a third of a megabyte, which a start should not wait for.
const Studio = lazy(() => import('./studio-editor.tsx'))

function StudioEditor({ input }: { input: EditorInputOf<'studio'> }) {
  const t = useT()
  return (
    <Suspense fallback={<p className="view-message">{t('studio.loading')}</p>}>
      <Studio copyId={input.copyId} />
    </Suspense>
  )
}

function useStudioTitle({ copyId }: EditorInputOf<'studio'>): EditorTitle {
  const t = useT()
  const language = useLanguage()
  const { data } = useQuery(useApi().studio.list.queryOptions())
  const written = useWrittenTitle(copyId)
  const named = data?.working.find(({ id }) => id === copyId)?.named
  const title = shownWords(written ?? named?.title ?? {}, language)
  return {
    title: title === '' ? t('studio.untitled') : title,
    icon: 'edit',
    description: t('studio.title'),
    ...(named?.version === undefined ? {} : { apart: [t('studio.version', { version: named.version })] }),
  }
}

const newTemplate: Command = {
  id: 'studio.new',
  title: 'studio.command.new',
  category: 'studio.title',
  icon: 'new-file',
  when: ({ archive }) => archive.state === 'open',
  refused: refusedWithout('write-templates'),
  run: async ({ client, editors }) => {
    const { id } = await client.studio.begin({ template: blankTemplate('ny-mall') })
    editors.open({ type: 'studio', copyId: id })
  },
}

const newVersion: Command = {
  id: 'studio.newVersion',
  title: 'studio.command.newVersion',
  category: 'studio.title',
  icon: 'versions',
  when: ({ archive, activeEditor }) => archive.state === 'open' && activeEditor?.type === 'template',
  refused: refusedWithout('write-templates'),
  run: async ({ client, editors, activeEditor }, args) => {
    const shown = activeEditor?.type === 'template' ? activeEditor.templateId : undefined
    const wanted = templateIdSchema.safeParse(args.template ?? shown)
    if (!wanted.success) return
    const templates = await client.templates.list()
    const newest = templates
      .filter(({ id }) => id === wanted.data)
      .toSorted((a, b) => b.version - a.version)[0]
    if (newest === undefined) return
    const { id } = await client.studio.begin({ from: { id: newest.id, version: newest.version } })
    editors.open({ type: 'studio', copyId: id })
  },
}

const openCopy: Command = {
  id: 'studio.open',
  title: 'studio.title',
  hidden: true,
  when: ({ archive }) => archive.state === 'open',
  run: ({ editors }, { copy }) => {
    const { data: copyId } = workingCopyIdSchema.safeParse(copy)
    if (copyId !== undefined) editors.open({ type: 'studio', copyId })
  },
}

const discard: Command = {
  id: 'studio.discard',
  title: 'studio.command.discard',
  category: 'studio.title',
  icon: 'discard',
  when: ({ archive, activeEditor }) =>
    archive.state === 'open' && (activeEditor?.type === 'studio' || activeEditor?.type === 'publishing'),
  refused: refusedWithout('write-templates'),
  run: async ({ activeEditor, client, confirm, editors, notify, saveAll, t }, { copy }) => {
    const shown = activeEditor?.type === 'studio' ? activeEditor.copyId : undefined
    const { data: copyId } = workingCopyIdSchema.safeParse(copy ?? shown)
    if (copyId === undefined) return
    const goesAhead = await confirm({
      title: t('studio.discard.title'),
      body: t('studio.discard.body'),
      confirm: t('studio.discard.confirm'),
      danger: true,
    })
    if (!goesAhead) return
    // What is on its way to the store would find it gone.
    await saveAll()
    try {
      await client.studio.discard({ id: copyId })
      editors.close({ type: 'studio', copyId })
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  },
}

/** The template studio: templates written in the window. */
export const studioContribution: Contribution = {
  id: 'studio',
  commands: [newTemplate, newVersion, openCopy, discard],
  editors: [
    defineEditor({
      type: 'studio',
      input: z.strictObject({ type: z.literal('studio'), copyId: workingCopyIdSchema }),
      component: StudioEditor,
      useTitle: useStudioTitle,
    }),
  ],
  unsaved: unsavedCopies,
  isGone: async (input, { client }) =>
    input.type === 'studio' && (await client.studio.list()).working.every(({ id }) => id !== input.copyId),
}
