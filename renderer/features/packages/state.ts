import { create } from 'zustand'
import type { CaseId } from '../../../shared/case/ids.ts'

/** The dialog about packages that is open in this window. */
type PackageDialog =
  | { readonly kind: 'closed' }
  | { readonly kind: 'make'; readonly caseId: CaseId | undefined }
  | { readonly kind: 'answer'; readonly caseId: CaseId }
  | { readonly kind: 'open'; readonly base64: string; readonly fileName: string }
  | { readonly kind: 'address' }

export const usePackageDialog = create<PackageDialog>(() => ({ kind: 'closed' }))

export const closePackageDialog = () => usePackageDialog.setState({ kind: 'closed' })
