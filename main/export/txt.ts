import { renderText } from '../../shared/journal/text.ts'
import { type Format, utf8 } from './format.ts'

/** Plain text of 80 columns, UTF-8. */
export const txt: Format = {
  mimeType: 'text/plain; charset=utf-8',
  render: ({ entry }) => utf8(renderText(entry)),
}
