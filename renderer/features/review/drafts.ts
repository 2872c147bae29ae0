import { useEffect } from 'react'
import { create } from 'zustand'
import type { NoteId } from '../../../shared/case/ids.ts'
import type { ReviewDraft } from '../../../shared/note/review.ts'
import type { User } from '../../../shared/user/user.ts'
import { errorText } from '../../api/error-text.ts'
import type { Client } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import type { Unsaved } from '../../workbench/contribution.ts'

/** Whose draft it is, and of which note. */
export interface DraftOf {
  readonly note: NoteId
  readonly by: User
}

interface Kept extends DraftOf {
  readonly draft: ReviewDraft
}

interface DraftState {
  /** What is written and not sent, by reviewer and note. */
  readonly drafts: ReadonlyMap<string, Kept>
  /** Those of them that the archive does not have as they are now. */
  readonly unkept: ReadonlyMap<string, DraftOf>
  /** Who works, in which archive: what another has written is not kept in the window. */
  readonly worker: string | undefined
}

/** What reviewers write. The archive keeps it; here stands what is shown, and what is on its way there. */
const useDrafts = create<DraftState>(() => ({ drafts: new Map(), unkept: new Map(), worker: undefined }))

const empty: ReviewDraft = { answers: {}, reason: '' }
const keyOf = ({ note, by }: DraftOf) => `${note} ${by.id ?? by.name}`

const put = (drafts: DraftState['drafts'], of: DraftOf, draft: ReviewDraft | undefined) => {
  const next = new Map(drafts)
  if (draft === undefined) next.delete(keyOf(of))
  else next.set(keyOf(of), { note: of.note, by: of.by, draft })
  return next
}

export const reviewDraftOf = (of: DraftOf): ReviewDraft =>
  useDrafts.getState().drafts.get(keyOf(of))?.draft ?? empty

/** What the one who works now has written of a note, as the archive keeps it; undefined while it is fetched. */
export function useReviewDraft(of: DraftOf): ReviewDraft | undefined {
  const t = useT()
  const { client, notify } = useWorkbench()
  const key = keyOf(of)
  const known = useDrafts(({ drafts }) => drafts.get(key)?.draft)
  const isKnown = known !== undefined
  const { note } = of
  const { id, name, role } = of.by
  useEffect(() => {
    if (isKnown) return
    let stopped = false
    client.review.draft({ id: note }).then(
      (stored) => {
        if (!stopped)
          useDrafts.setState(({ drafts }) => ({
            drafts: put(drafts, { note, by: { id, name, role } }, stored ?? empty),
          }))
      },
      (error: unknown) => notify(errorText(t, error), 'error'),
    )
    return () => {
      stopped = true
    }
  }, [client, notify, t, note, id, name, role, isKnown])
  return known
}

/** Changes what is written of a note. */
export function setDraft(of: DraftOf, change: Partial<ReviewDraft>): void {
  useDrafts.setState(({ drafts, unkept }) => ({
    drafts: put(drafts, of, { ...reviewDraftOf(of), ...change }),
    unkept: new Map([...unkept, [keyOf(of), of]]),
  }))
}

/** Forgets here what was sent; the archive has forgotten it with the step. */
export function forgetDraft(of: DraftOf): void {
  useDrafts.setState(({ drafts, unkept }) => ({
    drafts: put(drafts, of, empty),
    unkept: new Map([...unkept].filter(([key]) => key !== keyOf(of))),
  }))
}

/** Sends what the archive does not have. Rejects where it does not get there; it is still kept here then. */
async function send(client: Client): Promise<void> {
  for (const [key, of] of useDrafts.getState().unkept) {
    const { draft } = useDrafts.getState().drafts.get(key) ?? { draft: empty }
    await client.review.keepDraft({ id: of.note, by: of.by, draft: draft === empty ? null : draft })
    useDrafts.setState(({ unkept, drafts }) =>
      // What was written meanwhile is still to be sent.
      drafts.get(key)?.draft === draft
        ? { unkept: new Map([...unkept].filter(([each]) => each !== key)) }
        : {},
    )
  }
}

const isKept = () => useDrafts.getState().unkept.size === 0

/** What reviewers have written, asked for before the archive or the window closes. */
export const unkeptDrafts: Unsaved = {
  pending: () => !isKept(),
  flush: (client) => send(client).then(isKept, () => false),
}

/** So long after the last key what is written of a note is in the archive. */
const PAUSE_MS = 300

/** Sends what is written to the archive when somebody pauses; forgets it in the window when somebody else works. */
export function useKeptDrafts(): void {
  const t = useT()
  const { client, notify } = useWorkbench()
  const status = useArchive()
  const worker =
    status.state === 'open' ? `${status.archive.path} ${status.user.id ?? status.user.name}` : undefined
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = useDrafts.subscribe(() => {
      clearTimeout(timer)
      if (isKept()) return
      timer = setTimeout(() => {
        send(client).catch((error: unknown) => notify(errorText(t, error), 'error'))
      }, PAUSE_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, notify, t])
  useEffect(() => {
    if (isKept()) useDrafts.setState({ drafts: new Map(), worker })
  }, [worker])
}
