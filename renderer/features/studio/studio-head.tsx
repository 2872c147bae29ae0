import { clockTime } from '../../../shared/case/dates.ts'
import { jsonAt } from '../../../shared/studio/json-path.ts'
import { isTemplateText, shownWords } from '../../../shared/studio/text.ts'
import { errorText } from '../../api/error-text.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import type { CopyState } from './session/copy-session.ts'
import { useStudio } from './studio-context.ts'
import { ToolButton } from './tool-button.tsx'

/** What the template is called, where it is saved, and the way back and forth through what has been done. */
export function StudioHead({ state }: { state: CopyState }) {
  const t = useT()
  const language = useLanguage()
  const { session, working, held } = useStudio()
  const title = jsonAt(working, ['title'])
  const version = jsonAt(working, ['version'])
  const words = isTemplateText(title) ? shownWords(title, language) : ''
  return (
    <header className="studio-head">
      <h1 className="studio-title">
        {words === '' ? t('studio.untitled') : words}
        {typeof version === 'number' ? (
          <span className="form-aside"> {t('studio.version', { version })}</span>
        ) : null}
      </h1>
      <SaveWords state={state} />
      <div className="studio-tools" role="toolbar" aria-label={t('studio.history')}>
        <ToolButton
          label={t('studio.undo')}
          icon="discard"
          isOff={held === 'review' || state.content.past.length === 0}
          onPress={session.undo}
        />
        <ToolButton
          label={t('studio.redo')}
          icon="redo"
          isOff={held === 'review' || state.content.future.length === 0}
          onPress={session.redo}
        />
      </div>
      <SaveNotice state={state} />
    </header>
  )
}

function SaveWords({ state: { save } }: { state: CopyState }) {
  const t = useT()
  const words = {
    saved: () => t('studio.saved', { time: save.kind === 'saved' ? clockTime(save.at) : '' }),
    saving: () => t('studio.saving'),
    failed: () => t('studio.unsaved'),
    conflict: () => t('studio.unsaved'),
  }[save.kind]()
  return <p className="studio-saved">{words}</p>
}

/** What keeps the working copy from being saved, and the way out. */
function SaveNotice({ state: { save } }: { state: CopyState }) {
  const t = useT()
  const { session } = useStudio()
  return (
    <div role="alert" className="studio-alert">
      {save.kind === 'failed' ? (
        <div className="studio-notice" data-severity="error">
          <p>{t('studio.failed', { detail: errorText(t, save.error) })}</p>
          {save.retry ? (
            <button type="button" className="button" onClick={() => void session.flush()}>
              {t('studio.retry')}
            </button>
          ) : null}
        </div>
      ) : null}
      {save.kind === 'conflict' ? (
        <div className="studio-notice" data-severity="warning">
          <p>{t('studio.conflict')}</p>
          <button type="button" className="button" onClick={() => session.settle('mine')}>
            {t('studio.keepMine')}
          </button>
          <button type="button" className="button" onClick={() => session.settle('theirs')}>
            {t('studio.takeTheirs')}
          </button>
        </div>
      ) : null}
    </div>
  )
}
