import { useEffect, useRef, useState } from 'react'
import type { SpeakerNotes } from '../../../../shared/training/speaker.ts'
import { LanguageContext, useT } from '../../../base/use-t.ts'
import { useAppearance, usePreferences } from '../../../workbench/preferences.ts'
import { type SpeakerLine, speakerLine } from './channel.ts'
import './speaker.css'

const keys: Readonly<Record<string, 1 | -1>> = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 }

/**
 * The window of speaker's notes. It has no line to the core and reads no archive: it shows what the window that presents tells
 * it, and asks it to step. When the presentation is over it closes, and holds nothing.
 */
export function SpeakerApp() {
  const preferred = usePreferences((state) => state.language)
  const [notes, setNotes] = useState<SpeakerNotes>()
  const line = useRef<SpeakerLine>(undefined)
  const language = notes?.language ?? preferred
  useAppearance(language)
  useEffect(() => {
    const opened = speakerLine((message) => {
      if (message.type === 'notes') setNotes(message)
      if (message.type !== 'over') return
      setNotes(undefined)
      window.close()
    })
    line.current = opened
    opened.say({ type: 'hello' })
    const onKeyDown = ({ key }: KeyboardEvent) => {
      const by = keys[key]
      if (by !== undefined) opened.say({ type: 'step', by })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      opened.close()
    }
  }, [])
  return (
    <LanguageContext value={language}>
      <Notes notes={notes} say={(message) => line.current?.say(message)} />
    </LanguageContext>
  )
}

function Notes({ notes, say }: { notes: SpeakerNotes | undefined; say: SpeakerLine['say'] }) {
  const t = useT()
  return (
    <main className="speaker" aria-label={t('present.notes')}>
      {notes === undefined ? (
        <p role="status">{t('present.waiting')}</p>
      ) : (
        <>
          <h1 className="page-title">{notes.title}</h1>
          <p className="speaker-place" role="status">
            {notes.place}
          </p>
          {notes.say.map((paragraph) => (
            <p key={paragraph} className="speaker-say">
              {paragraph}
            </p>
          ))}
          {notes.shows.map(({ title, points }) => (
            <section key={title ?? ''}>
              {title === undefined ? null : <h2 className="speaker-document">{title}</h2>}
              <ul className="speaker-points">
                {points.map(({ label, text, sources }) => (
                  <li key={`${label ?? ''} ${text}`}>
                    {label === undefined ? null : <strong>{label}</strong>} {text}
                    {sources.map((source) => (
                      <p key={source} className="speaker-source">
                        {source}
                      </p>
                    ))}
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <div className="speaker-steps">
            <button type="button" className="button" onClick={() => say({ type: 'step', by: -1 })}>
              {t('present.previous')}
            </button>
            <button
              type="button"
              className="button button-primary"
              onClick={() => say({ type: 'step', by: 1 })}
            >
              {t('present.next')}
            </button>
            {notes.nextScene === undefined ? null : (
              <button type="button" className="button" onClick={() => say({ type: 'scene' })}>
                {t('scenes.nextIs', { title: notes.nextScene })}
              </button>
            )}
          </div>
        </>
      )}
    </main>
  )
}
