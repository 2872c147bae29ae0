import { citations, imprint, placesText } from '../../shared/sources/cite.ts'
import { useLanguage } from '../base/use-t.ts'
import { useWorkbench } from '../workbench/context.ts'
import './citations.css'

/** What a reference names, a line a document: its title, and the place in it. Pressed, it is shown among the sources. */
export function Citations({ reference }: { reference: string }) {
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  return (
    <ul className="citations">
      {citations(reference).map((citation) => {
        if (citation.kind === 'words') return <li key={citation.words}>{citation.words}</li>
        const { document, passages } = citation
        return (
          <li key={document.id}>
            <button
              type="button"
              className="link-button"
              onClick={() =>
                runCommand('sources.open', { reference: `${document.id}:${passages[0]?.lines ?? ''}` })
              }
            >
              <span lang="sv">{document.title}</span> ({imprint(document, language)})
            </button>
            <span className="citations-place">{placesText(citation, language)}</span>
          </li>
        )
      })}
    </ul>
  )
}
