import type { ReactNode } from 'react'
import type { Template } from '../../../../shared/template/template.ts'
import type { TextKey } from '../../../../shared/text/index.ts'

/** What is done with the template that is chosen. */
export interface Choice {
  /** The button's words, with the template's name put in. */
  readonly button: TextKey & ('notes.chooser.create' | 'notes.move.confirm')
  readonly run: (template: Template) => Promise<void>
  readonly busy: boolean
  /** What it would mean, shown before it is done; where there is such a thing, nothing is done without it. */
  readonly preview?: (template: Template) => ReactNode
}
