import { holdsAnswer } from '../../../shared/fields/index.ts'
import { newestVersions, type Template } from '../../../shared/template/template.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { parseArguments, type RunCommand } from '../command.ts'
import { readTemplates } from '../files.ts'
import { Misuse, type Terminal } from '../terminal.ts'
import { compareNamed } from './compare-templates.ts'

function listLine({ id, version, owner, title }: Template, { language }: Terminal): string {
  return `${id.padEnd(24)} v${version}  ${owner.padEnd(18)} ${inLanguage(language, title)}`
}

function show(template: Template, { language, print, t }: Terminal): void {
  print(`${inLanguage(language, template.title)} (${template.id} v${template.version}, ${template.owner})`)
  print(inLanguage(language, template.summary))
  print(template.legalBasis.map(({ provision }) => provision).join(', '))
  for (const section of template.sections) {
    print(`\n${inLanguage(language, section.title)}`)
    for (const field of section.fields) {
      if (!holdsAnswer(field)) continue
      const obligatory = field.obligation === 'obligatorisk' ? ` · ${t('cli.template.obligatory')}` : ''
      const type = t(`lists.fieldType.${field.type}`)
      print(`  ${field.id}  ${inLanguage(language, field.label)} (${type})${obligatory}`)
    }
  }
}

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } }, terminal)
  const [id, extra] = positionals
  if (id === 'compare') return compareNamed(positionals.slice(1), values.json ?? false, terminal)
  if (extra !== undefined) throw new Misuse(terminal.t('cli.misuse.argumentExtra', { argument: extra }))
  const known = readTemplates(terminal)
  const newest = newestVersions(known.all)
  const asked = id === undefined ? undefined : known.newest(id)
  if (id !== undefined && asked === undefined) {
    const ids = newest.map((template) => template.id).join(', ')
    throw new Misuse(terminal.t('cli.template.unknown', { id, known: ids }))
  }
  if (values.json) terminal.print(JSON.stringify(asked ?? known.all, undefined, 2))
  else if (asked !== undefined) show(asked, terminal)
  else for (const template of newest) terminal.print(listLine(template, terminal))
  return 0
}
