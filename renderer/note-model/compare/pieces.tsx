import type { WordPiece } from '../../../shared/history/words.ts'
import { useT } from '../../base/use-t.ts'

/** Whose words are shown: those of one side, or of both in one text. */
export type ShownSide = 'both' | 'before' | 'after'

/** What marked words are: what a change took away and put there, or what alone of two texts has. */
export type MarkedAs = 'change' | 'difference'

const isShown = ({ kind }: WordPiece, side: ShownSide) =>
  side === 'both' || kind === 'same' || kind === (side === 'before' ? 'removed' : 'added')

/** Words with what is gone and what is new marked by a sign, a word for whoever listens, and colour. */
export function Pieces({
  pieces,
  side,
  marks = 'change',
}: {
  pieces: readonly WordPiece[]
  side: ShownSide
  marks?: MarkedAs
}) {
  return pieces
    .filter((piece) => isShown(piece, side))
    .map((piece, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names, and are drawn anew together.
      <Piece key={index} piece={piece} marks={marks} />
    ))
}

function Piece({ piece, marks }: { piece: WordPiece; marks: MarkedAs }) {
  if (piece.kind === 'same') return <span>{piece.text}</span>
  return marks === 'change' ? <Changed piece={piece} /> : <Differing text={piece.text} />
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

/** Of two texts that stand beside each other neither has taken anything away. */
function Differing({ text }: { text: string }) {
  const t = useT()
  return (
    <mark className="diff-piece" data-kind="differs">
      <span className="visually-hidden"> {t('history.piece.differs')}: </span>
      {text}
      <span className="visually-hidden"> {t('history.piece.end')} </span>
    </mark>
  )
}
