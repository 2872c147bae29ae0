import { create } from 'zustand'
import type { StoredUser } from '../../../shared/user/stored-user.ts'

type PeopleDialog =
  | { readonly kind: 'closed' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'user'; readonly user: StoredUser | undefined }

/** The dialog about users that is open in this window. */
export const usePeopleDialog = create<PeopleDialog>(() => ({ kind: 'closed' }))

export const closePeopleDialog = () => usePeopleDialog.setState({ kind: 'closed' })
