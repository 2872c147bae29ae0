import type { TextKey } from '../../../shared/text/index.ts'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { EditorInput, EditorInputOf, EditorType } from '../../workbench/editor-input.ts'
import './help.css'

export const helpTopics = [
  'start',
  'cases',
  'watch',
  'notes',
  'problems',
  'journal',
  'studio',
  'training',
  'keys',
] as const
export type HelpTopic = (typeof helpTopics)[number]

/** The paragraphs of each topic. */
export const helpTexts: Record<HelpTopic, readonly TextKey[]> = {
  start: ['frame.help.start.1', 'frame.help.start.2', 'frame.help.start.3', 'frame.help.start.4'],
  cases: ['frame.help.cases.1', 'frame.help.cases.2', 'frame.help.cases.3'],
  watch: ['frame.help.watch.1', 'frame.help.watch.2', 'frame.help.watch.3', 'frame.help.watch.4'],
  notes: [
    'frame.help.notes.1',
    'frame.help.notes.2',
    'frame.help.notes.3',
    'frame.help.notes.4',
    'frame.help.notes.5',
    'frame.help.notes.6',
  ],
  problems: ['frame.help.problems.1', 'frame.help.problems.2'],
  journal: ['frame.help.journal.1', 'frame.help.journal.2'],
  studio: ['frame.help.studio.1', 'frame.help.studio.2', 'frame.help.studio.3'],
  training: [
    'frame.help.training.1',
    'frame.help.training.2',
    'frame.help.training.3',
    'frame.help.training.4',
  ],
  keys: [
    'frame.help.keys.1',
    'frame.help.keys.2',
    'frame.help.keys.3',
    'frame.help.keys.4',
    'frame.help.keys.5',
  ],
}

const topicOfEditor: Partial<Record<EditorType, HelpTopic>> = {
  note: 'notes',
  'new-note': 'notes',
  journal: 'journal',
  studio: 'studio',
  pack: 'training',
  exercises: 'training',
  'pack-author': 'training',
  case: 'cases',
  'case-form': 'cases',
  'watch-list': 'watch',
  today: 'watch',
  settings: 'keys',
  keys: 'keys',
}

/** The topic that explains where the focus is: the part of the frame first, then what its editor shows. */
export function topicFor(part: string | undefined, editor: EditorInput | undefined): HelpTopic {
  if (part === 'side') return 'cases'
  if (part === 'panel') return 'problems'
  if (part !== 'editors') return part === 'auxiliary' ? 'notes' : 'keys'
  return (editor && topicOfEditor[editor.type]) ?? 'start'
}

/** Short help on one topic, and the way to the others. */
export function HelpEditor({ input }: { input: EditorInputOf<'help'> }) {
  const t = useT()
  const { editors } = useWorkbench()
  return (
    <div className="page help">
      <nav className="help-contents" aria-label={t('frame.help.contents')}>
        <ul>
          {helpTopics.map((topic) => (
            <li key={topic}>
              <button
                type="button"
                className="help-topic"
                aria-current={topic === input.topic ? 'page' : undefined}
                onClick={() => editors.replace(input, { type: 'help', topic })}
              >
                {t(`frame.help.${topic}`)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <article className="help-text">
        <h1 className="page-title">{t(`frame.help.${input.topic}`)}</h1>
        {helpTexts[input.topic].map((key) => (
          <p key={key}>{t(key)}</p>
        ))}
      </article>
    </div>
  )
}
