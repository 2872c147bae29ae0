import { Fragment, memo, type ReactNode } from 'react'
import type { RichBlock, RichList, Run } from '../../../shared/fields/rich-blocks.ts'
import type { JournalBlock, JournalEntry, LabelledText } from '../../../shared/journal/entry.ts'
import { useCopyAsked } from '../clipboard.ts'
import './journal.css'

/** A journal entry as a document: what every export says, in the same order, with real headings and tables. */
export function JournalDocument({ entry }: { entry: JournalEntry }) {
  const onCopy = useCopyAsked()
  return (
    <article className="journal" onCopy={onCopy} lang={entry.language} data-tone={entry.tone}>
      {entry.notice === undefined ? null : (
        <p className="journal-draft">
          <strong>{entry.notice.word}</strong> {entry.notice.explanation}
        </p>
      )}
      <header>
        <h1 className="journal-title">{entry.header.title}</h1>
        <Rows rows={entry.header.rows} />
      </header>
      {entry.sections.map((section) => (
        <section key={section.title} className="journal-section">
          <h2 className="journal-section-title">{section.title}</h2>
          <JournalBlocks blocks={section.blocks} />
        </section>
      ))}
      <footer className="journal-foot">
        <Rows rows={entry.foot.rows} />
      </footer>
    </article>
  )
}

/** What fields say, one after the other. */
export function JournalBlocks({ blocks }: { blocks: readonly JournalBlock[] }) {
  return blocks.map((block, index) => <Block key={`${block.label} ${index.toString()}`} block={block} />)
}

function Rows({ rows }: { rows: readonly LabelledText[] }) {
  return (
    <dl className="journal-rows">
      {rows.map((row) => (
        <div key={row.label} className="journal-row">
          <dt>{row.label}</dt>
          <dd>{row.text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What leads to a block: the field that it answers. */
const placeOf = ({ field }: JournalBlock) =>
  field === undefined ? undefined : { 'data-answers': field, tabIndex: -1 }

function Labelled({ block, children }: { block: JournalBlock; children: ReactNode }) {
  return (
    <div className="journal-block" {...placeOf(block)}>
      <h3 className="journal-label">{block.label}</h3>
      {children}
    </div>
  )
}

/** Drawn again only when it says something else: while somebody writes, all other blocks are the same objects. */
const Block = memo(function Block({ block }: { block: JournalBlock }) {
  switch (block.type) {
    case 'answer':
      return (
        <p className="journal-block journal-answer" {...placeOf(block)}>
          <span className="journal-label">{block.label}</span> {block.text}
        </p>
      )
    case 'text':
      return (
        <Labelled block={block}>
          {keyed(block.paragraphs, (paragraph) => (
            <p className="journal-paragraph">{paragraph}</p>
          ))}
        </Labelled>
      )
    case 'rich':
      return (
        <Labelled block={block}>
          {keyed(block.blocks, (each) => (
            <Rich block={each} />
          ))}
        </Labelled>
      )
    case 'list':
      return (
        <Labelled block={block}>
          <ul className="journal-list">
            {keyed(block.items, (item) => (
              <li>{item}</li>
            ))}
          </ul>
        </Labelled>
      )
    case 'table':
      return <Table block={block} />
  }
})

/** Texts of a document have no ids; their place is their key, since the whole is drawn anew from the answers. */
function keyed<T>(items: readonly T[], draw: (item: T) => ReactNode): ReactNode {
  return items.map((item, index) => <Fragment key={index.toString()}>{draw(item)}</Fragment>)
}

/** Columns that no row fills are left out on the screen: the table stays as narrow as what it says. */
function Table({ block }: { block: Extract<JournalBlock, { type: 'table' }> }) {
  const { label, columns, rows } = block
  const used = columns.map((_column, index) =>
    rows.some((row) => row[index] !== undefined && row[index] !== ''),
  )
  const filled = <T,>(cells: readonly T[]) => cells.filter((_cell, index) => used[index])
  return (
    <Labelled block={block}>
      <div className="journal-table-frame">
        <table className="journal-table" aria-label={label}>
          <thead>
            <tr>
              {keyed(filled(columns), (column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(rows, (row) => (
              <tr>
                {keyed(filled(row), (cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Labelled>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return keyed(runs, ({ text, bold, italic }) => {
    const slanted = italic === true ? <em>{text}</em> : text
    return bold === true ? <strong>{slanted}</strong> : slanted
  })
}

function List({ list }: { list: RichList }) {
  const items = keyed(list.items, (item) => (
    <li>
      <Runs runs={item.runs} />
      {item.items === undefined ? null : <List list={item.items} />}
    </li>
  ))
  return list.ordered ? <ol className="journal-list">{items}</ol> : <ul className="journal-list">{items}</ul>
}

function Rich({ block }: { block: RichBlock }) {
  switch (block.type) {
    case 'list':
      return <List list={block} />
    case 'heading':
      return (
        <h4 className={`journal-rich-heading journal-rich-${block.level}`}>
          <Runs runs={block.runs} />
        </h4>
      )
    case 'paragraph':
      return (
        <p className="journal-paragraph">
          <Runs runs={block.runs} />
        </p>
      )
  }
}
