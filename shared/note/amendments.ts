import type { NoteId } from '../case/ids.ts'
import type { Amends, Note, NoteSummary } from './note.ts'

/** What of a note decides whether it counts. */
export interface Link {
  readonly id: NoteId
  readonly amends: Amends | undefined
  /** Which record of its case it is; undefined for a draft. */
  readonly sequence: number | undefined
  readonly annulled: boolean
}

/** A case's notes as they amend one another. A note and all its rättelser, theirs too, are one chain. */
export interface Chains {
  /** The note that the chain of a note began with. */
  readonly rootOf: (id: NoteId) => NoteId
  /** The note of its chain that stands; undefined where none is signed, or all that were are annulled. */
  readonly standing: (id: NoteId) => NoteId | undefined
  /**
   * Whether a note counts: of each chain the one that stands, and what is still being written, but for a rättelse,
   * which takes nothing's place until it is signed.
   */
  readonly counts: (id: NoteId) => boolean
  /** The notes that amend this very note, in the order they are given. */
  readonly amending: (id: NoteId, verb: Amends['verb']) => readonly NoteId[]
  /** The kompletteringar of a note's chain that stand. */
  readonly completedBy: (id: NoteId) => readonly NoteId[]
}

/** A note as a link. */
export function linkOf(note: Note): Link {
  const isSigned = note.status === 'journalford'
  return {
    id: note.id,
    amends: note.amends,
    sequence: isSigned ? note.signature.sequence : undefined,
    annulled: isSigned && note.annulled !== undefined,
  }
}

/** The same of what the tree knows of a note. */
export function linkOfSummary({ id, amends, sequence, annulled }: NoteSummary): Link {
  return { id, amends, sequence, annulled: annulled !== undefined }
}

/** Why a signed note no longer counts. */
export type Gone = 'annulled' | 'corrected'

/** The signed notes of a case that no longer count. */
export function goneFrom(notes: readonly NoteSummary[]): ReadonlyMap<NoteId, Gone> {
  const { counts } = chainsOf(notes.map(linkOfSummary))
  return new Map(
    notes
      .filter(({ id, status }) => status === 'journalford' && !counts(id))
      .map(({ id, annulled }) => [id, annulled === undefined ? 'corrected' : 'annulled']),
  )
}

/**
 * How a case's notes amend one another. Of a chain the last signed rättelse stands unless it is annulled, then the one
 * signed before it, and at the bottom the first note; an annulled note never stands. Notes that amend each other in a circle,
 * or one that is not there, are no chain: each is a note of its own.
 */
export function chainsOf(links: readonly Link[]): Chains {
  const byId = new Map(links.map((link) => [link.id, link]))
  const amending = Map.groupBy(
    links.filter(({ amends }) => amends !== undefined),
    ({ amends }) => amends?.note,
  )

  function rootOf(id: NoteId): NoteId {
    const passed = new Set<NoteId>()
    let at = id
    for (;;) {
      if (passed.has(at)) return id
      passed.add(at)
      const amends = byId.get(at)?.amends
      if (amends?.verb !== 'rattelse' || !byId.has(amends.note)) return at
      at = amends.note
    }
  }

  const chains = Map.groupBy(links, ({ id }) => rootOf(id))
  const standing = new Map<NoteId, NoteId>()
  for (const [root, chain] of chains) {
    const signed = chain.filter(({ sequence, annulled }) => sequence !== undefined && !annulled)
    const last = signed.toSorted((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0)).at(-1)
    if (last) standing.set(root, last.id)
  }
  const standingOf = (id: NoteId) => standing.get(rootOf(id))

  function counts(id: NoteId): boolean {
    const link = byId.get(id)
    if (link === undefined) return false
    if (link.sequence === undefined) return rootOf(id) === id
    return standingOf(id) === id
  }

  return {
    rootOf,
    standing: standingOf,
    counts,
    amending: (id, verb) =>
      (amending.get(id) ?? []).filter(({ amends }) => amends?.verb === verb).map((link) => link.id),
    completedBy: (id) => {
      const chain = chains.get(rootOf(id)) ?? []
      return links
        .filter(({ id: one }) => {
          if (standingOf(one) !== one) return false
          const first = byId.get(rootOf(one))?.amends
          return first?.verb === 'komplettering' && chain.some((link) => link.id === first.note)
        })
        .map((link) => link.id)
    },
  }
}
