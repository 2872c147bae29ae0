import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import './help-editor.css'
import { helpTexts, helpTopics } from './help-texts.ts'

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
