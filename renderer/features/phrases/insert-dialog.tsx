import { Dialog } from '@base-ui/react/dialog'
import { Command as Cmdk } from 'cmdk'
import { useMemo, useRef, useState } from 'react'
import { type OfferedPhrase, phrasesFor } from '../../../shared/guide/phrases.ts'
import { usePhraseBank } from '../../api/use-client.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { Icon } from '../../base/icon.tsx'
import { focusBackTo } from '../../base/open-dialog.ts'
import { useT } from '../../base/use-t.ts'
import { useOpenSession } from '../../note-model/use-note.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { rank } from '../../workbench/palette/rank.ts'
import '../../base/dialog.css'
import '../../workbench/palette/palette.css'
import { insertPhrase, type Target, usePhraseState } from './target.ts'
import './phrases.css'

const fromIcon = { own: 'account', agency: 'organization', shipped: 'quote' } as const

const close = () => usePhraseState.setState({ dialog: 'closed' })

/** The phrases for where text is written, found as one types; Enter writes the marked one there. */
export function InsertDialog() {
  const t = useT()
  const { dialog, target } = usePhraseState()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog.Root open={dialog === 'insert' && target !== undefined} onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="palette-backdrop" />
        <DialogPopup
          className="palette phrases-dialog"
          aria-label={t('phrases.insert')}
          initialFocus={() => input.current}
          finalFocus={() => focusBackTo(target?.element)}
        >
          {target === undefined ? null : <PhraseList target={target} input={input} />}
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface ListProps {
  target: Target
  input: React.RefObject<HTMLInputElement | null>
}

function PhraseList({ target, input }: ListProps) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const session = useOpenSession(target.note)
  const { data: bank } = usePhraseBank()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState('')
  const template = session?.note().template.id
  const found = useMemo(() => {
    if (bank === undefined || template === undefined) return []
    const offered = phrasesFor(bank, { template, field: target.field })
    return rank(
      query,
      offered.map((phrase) => ({ ...phrase, texts: [phrase.text] })),
    )
  }, [bank, template, target, query])
  const active = found.find(({ text }) => text === chosen) ?? found[0]
  const pick = ({ text }: OfferedPhrase) => {
    const { caret } = usePhraseState.getState()
    close()
    // At once, while the dialog is closing: what is typed behind Enter is for the place to fill in.
    insertPhrase(text, caret)
  }
  return (
    <Cmdk
      label={t('phrases.insert')}
      shouldFilter={false}
      loop
      value={active?.text ?? ''}
      onValueChange={setChosen}
    >
      <Cmdk.Input
        ref={input}
        className="form-input palette-input"
        placeholder={t('phrases.find')}
        value={query}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || active === undefined) return
          event.preventDefault()
          pick(active)
        }}
        onValueChange={(next) => {
          setChosen('')
          setQuery(next)
        }}
      />
      <Cmdk.List className="palette-list" label={t('phrases.list')}>
        <Cmdk.Empty className="palette-empty">{t('phrases.none')}</Cmdk.Empty>
        {found.map((phrase) => (
          <Cmdk.Item
            key={phrase.text}
            value={phrase.text}
            className="palette-item phrases-item"
            onSelect={() => pick(phrase)}
          >
            <span className="palette-icon">
              <Icon name={fromIcon[phrase.from]} />
            </span>
            <span lang="sv" className="phrases-text">
              {phrase.text}
            </span>
            <span className="palette-detail">
              {t(phrase.fits === 'field' ? `phrases.from.${phrase.from}` : `phrases.fits.${phrase.fits}`)}
            </span>
          </Cmdk.Item>
        ))}
      </Cmdk.List>
      <p className="phrases-foot">
        {t('phrases.keys')}{' '}
        <button type="button" className="link-button" onClick={() => runCommand('phrases.open')}>
          {t('phrases.title')}
        </button>
      </p>
    </Cmdk>
  )
}
