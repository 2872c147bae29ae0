import { type KeyboardEvent, useRef } from 'react'
import { type JsonPath, jsonAt } from '../../../../shared/studio/json-path.ts'
import { membersAt, type SchemaMember } from '../../../../shared/studio/schema.ts'
import { useT } from '../../../base/use-t.ts'
import { useStudio } from '../studio-context.ts'
import { useKeptFocus } from './focus.ts'
import { Members } from './members.tsx'
import './properties.css'

/** What somebody writes first of all in a part, in this order; the rest follows as the schema has it. */
const first = [
  'title',
  'label',
  'id',
  'type',
  'item',
  'options',
  'help',
  'obligation',
  'demand',
  'visibleWhen',
  'kind',
  'owner',
  'version',
  'summary',
  'whenToUse',
  'whenNotToUse',
  'legalBasis',
  'follows',
]

/** Shown though they need not be there: what most parts have, or ought to be asked about. */
const usual: ReadonlySet<string> = new Set(['help', 'visibleWhen'])
const usualAfterAnother: ReadonlySet<string> = new Set([...usual, 'follows'])

/** Not written here: what is a part of its own in the list, and what a file says of itself. */
const elsewhere: ReadonlySet<string> = new Set(['sections', 'fields', '$schema', 'format'])

function inOrder(members: readonly SchemaMember[]): SchemaMember[] {
  const place = ({ name }: SchemaMember) => {
    const at = first.indexOf(name)
    return at < 0 ? first.length : at
  }
  return members.toSorted((a, b) => place(a) - place(b))
}

/** Escape goes back to the part in the list, from where Enter went in. */
function backToParts(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  const studio = event.currentTarget.closest('.studio')
  studio?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus()
}

/** What the part that one is at says, member by member, as the schema has it. */
export function Properties({ at }: { at: JsonPath }) {
  const t = useT()
  const { working, before, held } = useStudio()
  const root = useRef<HTMLElement>(null)
  // Where nothing was before, nothing can follow.
  const isFollowing = before !== undefined || jsonAt(working, ['follows']) !== undefined
  // In a group's field the columns are parts of their own; everywhere else `fields` is no member.
  const members = inOrder(
    membersAt(working, at).filter(({ name }) => !elsewhere.has(name) && (name !== 'follows' || isFollowing)),
  )
  return (
    <section
      ref={root}
      className="studio-properties"
      aria-label={t('studio.properties')}
      onKeyDown={backToParts}
      {...useKeptFocus(root)}
    >
      {held === undefined ? null : <p className="studio-notice">{t(`studio.held.${held}`)}</p>}
      {/* Another part's members are another form: what was being typed in one is never taken for the other's. */}
      <div key={at.join('/')} className="studio-form">
        <Members path={at} members={members} usual={before === undefined ? usual : usualAfterAnother} />
      </div>
    </section>
  )
}
