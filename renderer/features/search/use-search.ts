import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { parseSearch } from '../../../shared/search/parse.ts'
import { asksSomething, emptySearch } from '../../../shared/search/query.ts'
import { apiOf, type Client, useApi } from '../../api/use-client.ts'
import type { FoundGroup, FoundNext } from './found.ts'
import { type MoreHits, withMore } from './rows.ts'
import { anew, useSearchState } from './state.ts'

/** So long nobody types before it is searched. Own choice. */
const PAUSE_MS = 120
/** How many more hits of a case are read at a time. Own choice. */
const MORE = 20
/** How many cases a page of hits has. */
const PAGE = 30
/** What was searched for a while ago is not kept: it is case data. */
const KEPT_MS = 60_000

/** Searches for what is typed when nothing more has been typed for a moment. */
export function useAskWhenTyped(): void {
  const text = useSearchState((state) => state.text)
  useEffect(() => {
    const timer = setTimeout(
      () => useSearchState.setState((state) => (state.asked === text ? {} : { asked: text, ...anew })),
      PAUSE_MS,
    )
    return () => clearTimeout(timer)
  }, [text])
}

const findOptions = (client: Client, text: string) => {
  const { query } = parseSearch(text)
  return apiOf(client).search.find.infiniteOptions({
    input: (cursor: FoundNext) => ({ query, cursor, limit: PAGE }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    enabled: asksSomething(query),
    gcTime: KEPT_MS,
  })
}

/** What a search found so far. */
export interface FoundSoFar {
  readonly groups: readonly FoundGroup[]
  readonly instead: string | undefined
  readonly atLeast: boolean
  readonly isWhole: boolean
}

/** What is found by the text that is asked for; while the core looks, what was found before. */
export function useFound(client: Client) {
  const asked = useSearchState((state) => state.asked)
  const isAsking = useMemo(() => asksSomething(parseSearch(asked).query), [asked])
  const { data, error, hasNextPage, isFetching, isPlaceholderData, fetchNextPage } = useInfiniteQuery({
    ...findOptions(client, asked),
    placeholderData: keepPreviousData,
  })
  const more = useMoreHits(client, asked)
  const found = useMemo((): FoundSoFar | undefined => {
    if (data === undefined) return undefined
    const [first] = data.pages
    return {
      groups: withMore(
        data.pages.flatMap(({ groups }) => groups),
        more,
      ),
      instead: first?.instead,
      atLeast: data.pages.some(({ atLeast }) => atLeast === true),
      isWhole: data.pages.at(-1)?.next === undefined,
    }
  }, [data, more])
  return {
    isAsking,
    found: isAsking ? found : undefined,
    error: isAsking ? error : null,
    isSearching: isFetching,
    isOld: isPlaceholderData,
    onEnd: () => {
      if (hasNextPage && !isFetching) void fetchNextPage()
    },
  }
}

/** Those of the cases' hits that were asked for beyond the first. */
function useMoreHits(client: Client, asked: string): readonly MoreHits[] {
  const more = useSearchState((state) => state.more)
  const { query } = useMemo(() => parseSearch(asked), [asked])
  return useQueries({
    queries: more.map((from) =>
      apiOf(client).search.more.queryOptions({ input: { query, ...from, limit: MORE }, gcTime: KEPT_MS }),
    ),
    combine: (results) => more.map((from, index) => ({ ...from, found: results[index]?.data })),
  })
}

/** How many hits the text that is asked for has; undefined until it is counted. */
export function useHitCount(isAsking: boolean) {
  const asked = useSearchState((state) => state.asked)
  const query = useMemo(() => (isAsking ? parseSearch(asked).query : emptySearch), [asked, isAsking])
  return useQuery(
    useApi().search.count.queryOptions({ input: { query }, enabled: isAsking, gcTime: KEPT_MS }),
  ).data
}
