import { type ReactNode, useMemo } from 'react'
import { followNote } from '../../../../shared/note/follow.ts'
import { type CarriedAnswer, followReport } from '../../../../shared/note/follow-report.ts'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import type { Template } from '../../../../shared/template/template.ts'
import type { PluralKey, TextKey } from '../../../../shared/text/index.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useWholeReading } from '../../../note-model/use-note.ts'

interface PreviewProps {
  session: NoteSession
  to: Template
  templates: readonly Template[]
}

/** What happens to each answer if the note follows: what moves, what says something else, what is hidden, what finds no place. */
export function FollowPreview({ session, ...rest }: PreviewProps) {
  const read = useWholeReading(session.id)
  return read ? <Report read={read} {...rest} /> : null
}

function Report({ read, to, templates }: Omit<PreviewProps, 'session'> & { read: ReadNote }) {
  const t = useT()
  const language = useLanguage()
  const report = useMemo(() => followReport(read, followNote(read, to, templates)), [read, to, templates])
  const { moved, reworded, changed, hidden, noPlace, same } = report
  return (
    <>
      {same === 0 ? null : <p>{t('follow.preview.same', { count: same })}</p>}
      <Part title="follow.preview.moved" items={moved}>
        {(one) => (
          <>
            <Names of={one} />
            <dd>{one.after}</dd>
          </>
        )}
      </Part>
      <Part title="follow.preview.changed" items={changed}>
        {(one) => <BeforeAndAfter of={one} />}
      </Part>
      <Part title="follow.preview.noPlace" items={noPlace}>
        {({ label, text }) => (
          <>
            <dt>{label[language]}</dt>
            <dd>{text}</dd>
          </>
        )}
      </Part>
      <Part title="follow.preview.hidden" items={hidden}>
        {(label) => <dt>{label[language]}</dt>}
      </Part>
      <Part title="follow.preview.reworded" items={reworded}>
        {(one) => <BeforeAndAfter of={one} />}
      </Part>
    </>
  )
}

/** What the field is called, before and after where that differs. */
function Names({ of: { from, to } }: { of: CarriedAnswer }) {
  const t = useT()
  const language = useLanguage()
  const was = from.map((label) => label[language]).join(', ')
  const is = to[language]
  return <dt>{was === '' || was === is ? is : t('follow.preview.way', { from: was, to: is })}</dt>
}

function BeforeAndAfter({ of }: { of: CarriedAnswer }) {
  const t = useT()
  return (
    <>
      <Names of={of} />
      <dd>
        <span className="follow-side">{t('follow.preview.before')}</span> {of.before}
      </dd>
      <dd>
        <span className="follow-side">{t('follow.preview.after')}</span> {of.after}
      </dd>
    </>
  )
}

interface PartProps<T> {
  title: Exclude<TextKey, PluralKey>
  items: readonly T[]
  children: (item: T) => ReactNode
}

/** A part of what happens, under its heading; nothing where it happens to none. */
function Part<T>({ title, items, children }: PartProps<T>) {
  const t = useT()
  if (items.length === 0) return null
  return (
    <section>
      <h2 className="follow-part">{t(title)}</h2>
      <dl className="follow-answers">
        {items.map((item, index) => (
          <div key={index.toString()}>{children(item)}</div>
        ))}
      </dl>
    </section>
  )
}
