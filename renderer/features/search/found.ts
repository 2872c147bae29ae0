import type { Client } from '../../api/use-client.ts'

type Of<Call extends (...args: never[]) => unknown> = Awaited<ReturnType<Call>>

/** A case in which something is found, with the first of its hits. */
export type FoundGroup = Of<Client['search']['find']>['groups'][number]
/** What is found: a note, a comment, or what is known of a case. */
export type FoundHit = FoundGroup['hits'][number]
/** Where a page of hits ended. */
export type FoundNext = Of<Client['search']['find']>['next']
type QuickOpened = Of<Client['search']['open']>
export type QuickCase = QuickOpened['cases'][number]
export type QuickNote = QuickOpened['notes'][number]
/** A search that somebody keeps, by a name of their own. */
export type KeptSearch = Of<Client['search']['saved']['list']>[number]
