import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { RuleEditor, useRuleTitle } from './rule-editor.tsx'
import { RulesEditor } from './rules-editor.tsx'

const ruleIdSchema = z.string().regex(/^R\d{1,2}$/)

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    rules: object
    rule: { rule: string }
  }
}

function useRulesTitle(): EditorTitle {
  return { title: useT()('rulebook.title'), icon: 'law' }
}

/** Regler: every rule that looks across fields and notes, and a page for each. */
export const rulesContribution: Contribution = {
  id: 'rules',
  commands: [
    {
      id: 'rules.open',
      title: 'rulebook.title',
      category: 'frame.category.help',
      icon: 'law',
      menu: 'help',
      when: ({ archive }) => archive.state === 'open',
      run: ({ editors }, { rule }) => {
        const { data: named } = ruleIdSchema.safeParse(rule)
        editors.open(named === undefined ? { type: 'rules' } : { type: 'rule', rule: named })
      },
    },
  ],
  editors: [
    defineEditor({
      type: 'rules',
      input: z.strictObject({ type: z.literal('rules') }),
      component: RulesEditor,
      useTitle: useRulesTitle,
    }),
    defineEditor({
      type: 'rule',
      input: z.strictObject({ type: z.literal('rule'), rule: ruleIdSchema }),
      component: RuleEditor,
      useTitle: useRuleTitle,
    }),
  ],
}
