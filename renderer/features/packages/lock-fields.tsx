import type { PackageLock } from '../../../shared/api/packages.ts'
import { ChoiceField, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'

export const lockKinds = ['passphrase', 'recipient', 'sender'] as const
type LockKind = (typeof lockKinds)[number]

/** How a file is to be locked, as it is typed. `sender`: to the address that came with the package. */
export interface LockDraft {
  readonly kind: LockKind
  readonly passphrase: string
  readonly recipient: string
}

/** The lock that a call takes; none where the file goes to the sender's address. */
export function lockOf({ kind, passphrase, recipient }: LockDraft): PackageLock | undefined {
  if (kind === 'passphrase') return { kind, passphrase }
  return kind === 'recipient' ? { kind, recipient } : undefined
}

/** Who shall be able to open the file: whoever knows a passphrase, or one person by their address. */
export function LockFields(props: {
  draft: LockDraft
  kinds: readonly LockKind[]
  onChange: (draft: LockDraft) => void
}) {
  const { draft, kinds, onChange } = props
  const t = useT()
  return (
    <>
      <ChoiceField
        label={t('packages.lock')}
        name="lock"
        value={draft.kind}
        options={kinds.map((value) => ({ value, label: t(`packages.lock.${value}`) }))}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      {draft.kind === 'passphrase' ? (
        <TextField
          label={t('packages.passphrase')}
          name="packagePassphrase"
          type="password"
          autoComplete="new-password"
          value={draft.passphrase}
          onChange={(passphrase) => onChange({ ...draft, passphrase })}
          hint={t('packages.passphrase.hint')}
        />
      ) : draft.kind === 'recipient' ? (
        <TextField
          label={t('packages.recipient')}
          name="packageRecipient"
          value={draft.recipient}
          onChange={(recipient) => onChange({ ...draft, recipient })}
          hint={t('packages.recipient.hint')}
        />
      ) : null}
    </>
  )
}
