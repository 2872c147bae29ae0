import type { WordPiece } from '../../../shared/history/words.ts'
import { useT } from '../../base/use-t.ts'

/** Whose words are shown: those of one side, or of both in one text. */
export type ShownSide = 'both' | 'before' | 'after'

const isShown = ({ kind }: WordPiece, side: ShownSide) =>
  side === 'both' || kind === 'same' || kind === (side === 'before' ? 'removed' : 'added')

/** Words with what is gone and what is new marked by a sign, a word for whoever listens, and colour. */
export function Pieces({ pieces, side }: { pieces: readonly WordPiece[]; side: ShownSide }) {
  return pieces
    .filter((piece) => isShown(piece, side))
    .map((piece, index) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names, and are drawn anew together.
      piece.kind === 'same' ? <span key={index}>{piece.text}</span> : <Changed key={index} piece={piece} />,
    )
}

function Changed({ piece: { kind, text } }: { piece: WordPiece }) {
  const t = useT()
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark className="diff-piece" data-kind={kind}>
      <span className="visually-hidden">
        {' '}
        {t(kind === 'added' ? 'history.piece.added' : 'history.piece.removed')}:{' '}
      </span>
      <span className="diff-sign" aria-hidden="true">
        {kind === 'added' ? '+' : '−'}
      </span>
      {text}
      <span className="visually-hidden"> {t('history.piece.end')} </span>
    </Mark>
  )
}
