import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Command, Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { ProofEditor } from './proof-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    proof: object
  }
}

const show: Command = {
  id: 'proof.show',
  title: 'proof.command.show',
  icon: 'verified',
  when: ({ archive }) => archive.state === 'open',
  run: ({ editors }) => editors.open({ type: 'proof' }),
}

function useProofTitle(): EditorTitle {
  return { title: useT()('proof.title'), icon: 'verified' }
}

/** Kontroll och förankring: verify the archive, make an anchor of it, and choose a signing code of one's own. */
export const proofContribution: Contribution = {
  id: 'proof',
  commands: [show],
  editors: [
    defineEditor({
      type: 'proof',
      input: z.strictObject({ type: z.literal('proof') }),
      component: ProofEditor,
      useTitle: useProofTitle,
    }),
  ],
}
