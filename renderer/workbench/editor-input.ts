import { z } from 'zod'
import { caseIdSchema, noteIdSchema } from '../../shared/case/ids.ts'
import { templateIdSchema } from '../../shared/template/template.ts'

export const helpTopics = ['start', 'cases', 'notes', 'problems', 'journal', 'keys'] as const
export type HelpTopic = (typeof helpTopics)[number]

/**
 * What an editor shows: ids alone, never data, so that a layout can be stored and restored without carrying
 * anything about a case. `case-form` without an id makes a new case.
 */
export const editorInputSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('welcome') }),
  z.strictObject({ type: z.literal('case'), caseId: caseIdSchema }),
  z.strictObject({ type: z.literal('case-form'), caseId: caseIdSchema.optional() }),
  z.strictObject({ type: z.literal('new-note'), caseId: caseIdSchema }),
  z.strictObject({ type: z.literal('note'), noteId: noteIdSchema, caseId: caseIdSchema }),
  z.strictObject({ type: z.literal('journal'), noteId: noteIdSchema, caseId: caseIdSchema }),
  z.strictObject({ type: z.literal('template'), templateId: templateIdSchema }),
  z.strictObject({ type: z.literal('settings') }),
  z.strictObject({ type: z.literal('keys') }),
  z.strictObject({ type: z.literal('help'), topic: z.enum(helpTopics) }),
])
export type EditorInput = z.infer<typeof editorInputSchema>
export type EditorType = EditorInput['type']
export type EditorInputOf<T extends EditorType> = Extract<EditorInput, { type: T }>

/** Names an editor: two inputs with the same id are the same tab. Stable between starts. */
export function editorId(input: EditorInput): string {
  switch (input.type) {
    case 'case':
    case 'new-note':
      return `${input.type}:${input.caseId}`
    case 'case-form':
      return `case-form:${input.caseId ?? 'new'}`
    case 'note':
    case 'journal':
      return `${input.type}:${input.noteId}`
    case 'template':
      return `template:${input.templateId}`
    case 'help':
      return `help:${input.topic}`
    case 'welcome':
    case 'settings':
    case 'keys':
      return input.type
  }
}
