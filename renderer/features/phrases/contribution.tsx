import { useEffect } from 'react'
import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import { caretIn } from '../../fields/insert-text.ts'
import { refusedWithout } from '../../note-model/may.ts'
import type { Command, Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { AddDialog } from './add-dialog.tsx'
import { InsertDialog } from './insert-dialog.tsx'
import { PhrasesEditor } from './phrases-editor.tsx'
import { currentTarget, followTargets, insertPhrase, selectedText, usePhraseState } from './target.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    phrases: object
  }
}

const isOpen: Command['when'] = ({ archive }) => archive.state === 'open'

const insert: Command = {
  id: 'phrases.insert',
  title: 'phrases.insert',
  category: 'phrases.category',
  icon: 'quote',
  keys: ['Mod+Space'],
  menu: 'edit',
  when: isOpen,
  run: ({ notify, t }) => {
    const target = currentTarget()
    if (target) usePhraseState.setState({ dialog: 'insert', caret: caretIn(target.element) })
    else notify(t('phrases.noField'), 'info')
  },
}

/** From handläggarstöd: writes the named phrase where text was written last. */
const insertNamed: Command = {
  id: 'phrases.insertText',
  title: 'phrases.insert',
  hidden: true,
  when: isOpen,
  run: ({ notify, t }, { text }) => {
    if (text === undefined || !insertPhrase(text)) notify(t('phrases.noField'), 'info')
  },
}

const add: Command = {
  id: 'phrases.add',
  title: 'phrases.add',
  category: 'phrases.category',
  icon: 'add',
  menu: 'edit',
  when: isOpen,
  refused: refusedWithout('write'),
  run: () => usePhraseState.setState({ dialog: 'add', selected: selectedText() }),
}

const open: Command = {
  id: 'phrases.open',
  title: 'phrases.title',
  category: 'phrases.category',
  icon: 'quote',
  menu: 'edit',
  when: isOpen,
  run: ({ editors }) => {
    usePhraseState.setState({ dialog: 'closed' })
    editors.open({ type: 'phrases' })
  },
}

function usePhrasesTitle(): EditorTitle {
  return { title: useT()('phrases.title'), icon: 'quote' }
}

function Phrases() {
  useEffect(followTargets, [])
  return (
    <>
      <InsertDialog />
      <AddDialog />
    </>
  )
}

/** Fraser: inserted where text is written, with places to fill in; and the page where the user's own are kept. */
export const phrasesContribution: Contribution = {
  id: 'phrases',
  commands: [insert, insertNamed, add, open],
  editors: [
    defineEditor({
      type: 'phrases',
      input: z.strictObject({ type: z.literal('phrases') }),
      component: PhrasesEditor,
      useTitle: usePhrasesTitle,
    }),
  ],
  background: Phrases,
}
