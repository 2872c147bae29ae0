import type { DocumentKind } from '../../../../shared/case/kinds.ts'
import type { TextKey } from '../../../../shared/text/index.ts'

/** Where an answer leads: to another question, or to a kind of document, with the reason. */
export type Next = { question: QuestionId } | { kind: DocumentKind; why: TextKey }

export interface ChooserAnswer {
  id: string
  text: TextKey
  next: Next
}
export interface Question {
  id: QuestionId
  text: TextKey
  answers: readonly ChooserAnswer[]
}
export type QuestionId = 'start' | 'plan' | 'mote'

/**
 * "Vad ska du dokumentera?" What has happened is asked for, never the name of a document: whoever knows the name
 * takes it from the list. Plan and planering are told apart here, once and for all.
 */
export const questions: Readonly<Record<QuestionId, Question>> = {
  start: {
    id: 'start',
    text: 'notes.chooser.start',
    answers: [
      { id: 'plan', text: 'notes.chooser.start.plan', next: { question: 'plan' } },
      {
        id: 'behov',
        text: 'notes.chooser.start.need',
        next: { kind: 'behovsklarlaggande', why: 'notes.chooser.why.need' },
      },
      {
        id: 'planering',
        text: 'notes.chooser.start.planering',
        next: { kind: 'planering', why: 'notes.chooser.why.planering' },
      },
      { id: 'mote', text: 'notes.chooser.start.meeting', next: { question: 'mote' } },
    ],
  },
  plan: {
    id: 'plan',
    text: 'notes.chooser.plan',
    answers: [
      {
        id: 'berattat',
        text: 'notes.chooser.plan.told',
        next: { kind: 'arbetsgivarens-plan', why: 'notes.chooser.why.oralPlan' },
      },
      {
        id: 'skickat',
        text: 'notes.chooser.plan.sent',
        next: { kind: 'arbetsgivarens-plan', why: 'notes.chooser.why.plan' },
      },
      {
        id: 'begart',
        text: 'notes.chooser.plan.requested',
        next: { kind: 'arbetsgivarens-plan', why: 'notes.chooser.why.requestedPlan' },
      },
      {
        id: 'saknas',
        text: 'notes.chooser.plan.missing',
        next: { kind: 'arbetsgivarens-plan', why: 'notes.chooser.why.missingPlan' },
      },
      {
        id: 'egen',
        text: 'notes.chooser.plan.own',
        next: { kind: 'planering', why: 'notes.chooser.why.own' },
      },
    ],
  },
  mote: {
    id: 'mote',
    text: 'notes.chooser.meeting',
    answers: [
      {
        id: 'kallar',
        text: 'notes.chooser.meeting.calling',
        next: { kind: 'mote', why: 'notes.chooser.why.meeting' },
      },
      {
        id: 'haft',
        text: 'notes.chooser.meeting.held',
        next: { kind: 'mote', why: 'notes.chooser.why.meeting' },
      },
    ],
  },
}
