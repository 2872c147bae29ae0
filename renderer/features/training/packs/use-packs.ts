import { useQuery } from '@tanstack/react-query'
import type { ListedPack } from '../../../../shared/api/training.ts'
import type { Pack } from '../../../../shared/training/pack.ts'
import { useApi } from '../../../api/use-client.ts'

/** The packs that there are, and which of them are in the archive. */
export const usePacks = (): readonly ListedPack[] =>
  useQuery(useApi().training.list.queryOptions()).data ?? []

/** A pack with all that is in it; undefined until it is read. */
export const usePack = (id: string): Pack | undefined =>
  useQuery(useApi().training.pack.queryOptions({ input: { id } })).data
