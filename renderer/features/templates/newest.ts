import type { Template } from '../../../shared/template/template.ts'

/** The newest version of each template, in the order they are listed. */
export function newestVersions(templates: readonly Template[]): readonly Template[] {
  return templates.filter(({ id, version }) =>
    templates.every((other) => other.id !== id || other.version <= version),
  )
}
