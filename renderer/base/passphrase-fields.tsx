import { useState } from 'react'
import type { TextKey } from '../../shared/text/index.ts'
import type { MessageParams } from '../../shared/text/message.ts'
import { TextField } from './form-kit.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.ts'
import './passphrase-fields.css'

/** The least number of characters of a passphrase; the core holds the same (PASSPHRASE_WEAK). */
export const MIN_PASSPHRASE = 8

/** How many characters a text has, where one outside the basic plane counts once. */
export function characters(text: string): number {
  return Array.from(text).length
}

/**
 * How hard a passphrase is to guess, 0 to 4, roughly: length counts most, since the words of a sentence are
 * easier to remember than signs. A hint, never a refusal above the least length.
 */
export function strength(passphrase: string): 0 | 1 | 2 | 3 | 4 {
  const { length } = passphrase
  const different = new Set(passphrase).size
  if (length < MIN_PASSPHRASE || different < 4) return length === 0 ? 0 : 1
  if (length >= 20 && different >= 8) return 4
  return length >= 14 && different >= 6 ? 3 : 2
}

const strengths: Record<ReturnType<typeof strength>, TextKey> = {
  0: 'welcome.strength.0',
  1: 'welcome.strength.1',
  2: 'welcome.strength.2',
  3: 'welcome.strength.3',
  4: 'welcome.strength.4',
}

/** What is wrong with a new passphrase that was typed twice, and in which of the two fields. */
export function passphraseError(
  passphrase: string,
  again: string,
  minimum: number,
): { field: 'passphrase' | 'again'; key: TextKey; params?: MessageParams } | undefined {
  if (characters(passphrase) < minimum)
    return { field: 'passphrase', key: 'welcome.error.passphrase', params: { minimum } }
  return passphrase === again ? undefined : { field: 'again', key: 'welcome.error.again' }
}

/** A new passphrase, twice; says why it is asked for, where that is given, and what it means to lose it. */
export function PassphraseFields(props: {
  why?: string
  /** The least number of characters. */
  minimum: number
  passphrase: string
  again: string
  onPassphrase: (text: string) => void
  onAgain: (text: string) => void
  passphraseError: string | undefined
  againError: string | undefined
}) {
  const t = useT()
  const [shown, setShown] = useState(false)
  const type = shown ? 'text' : 'password'
  return (
    <>
      {props.why === undefined ? null : (
        <div className="passphrase-why">
          <Icon name="key" />
          <div>
            <p>{props.why}</p>
            <p>
              <strong>{t('welcome.create.why.lost')}</strong>
            </p>
          </div>
        </div>
      )}
      <div className="form-row">
        <TextField
          label={t('welcome.create.passphrase')}
          name="passphrase"
          type={type}
          autoComplete="new-password"
          value={props.passphrase}
          onChange={props.onPassphrase}
          hint={
            <>
              <p>{t('welcome.create.passphrase.hint', { minimum: props.minimum })}</p>
              <Strength of={props.passphrase} />
            </>
          }
          error={props.passphraseError}
        />
        <TextField
          label={t('welcome.create.again')}
          name="again"
          type={type}
          autoComplete="new-password"
          value={props.again}
          onChange={props.onAgain}
          error={props.againError}
        />
      </div>
      <label className="form-choice">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t('welcome.create.show')}
      </label>
    </>
  )
}

function Strength({ of: passphrase }: { of: string }) {
  const t = useT()
  const level = strength(passphrase)
  return (
    <p className="strength">
      <span className="strength-bar" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={step <= level || undefined} />
        ))}
      </span>
      {t(strengths[level])}
    </p>
  )
}
