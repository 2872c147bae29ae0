import { type WordPlace, type WordUse, wordUseOf } from '../../../shared/review/word-use.ts'
import { parseArguments, type RunCommand, single } from '../command.ts'
import { readBundle, readTemplates } from '../files.ts'
import type { Terminal } from '../terminal.ts'

function placeLine(
  { note, field, row, column, words, sentence, why, instead }: WordPlace,
  { t, language }: Terminal,
) {
  const place = [field.id, row, column].filter((part) => part !== undefined).join('.')
  const said = why === undefined ? '' : t(`cli.words.${why}`)
  const other = instead === undefined ? [] : [t('cli.words.instead', { words: instead })]
  return [note, place, `”${words}”`, said, ...other, field.label[language], sentence].join('  ')
}

const hasPlaces = ({ places }: WordUse) => places.length > 0

/** How the notes of a case bundle use "plan" and "planering", and where one may mean the other. Nothing is rewritten. */
export const run: RunCommand = async (args, terminal) => {
  const { t, print, say } = terminal
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } }, terminal)
  const bundle = await readBundle(single(positionals, t('cli.what.file'), terminal), terminal)
  const templates = readTemplates(terminal)
  const notes = bundle.notes.flatMap((note) => {
    const template = templates.find(note.template)
    return template === undefined ? [] : [{ note, template }]
  })
  const uses = wordUseOf(notes)
  if (values.json) {
    const plain = uses.map((use) => ({
      ...use,
      places: use.places.map((place) => ({ ...place, field: place.field.id })),
    }))
    print(JSON.stringify({ notes: plain }, undefined, 2))
  } else {
    for (const { note, plan, planering, places } of uses) {
      print(`${note}  ${t('cli.words.counts', { plan, planering })}`)
      for (const place of places) print(`  ${placeLine(place, terminal)}`)
    }
    if (!uses.some(hasPlaces)) say(t('cli.words.fine'))
  }
  return uses.some(hasPlaces) ? 1 : 0
}
