import type { Template, TemplateRef } from './template.ts'

/** The very version that a reference names, or undefined. */
export function templateOf<T extends TemplateRef>(templates: readonly T[], ref: TemplateRef): T | undefined {
  return templates.find(({ id, version }) => id === ref.id && version === ref.version)
}

/** The newest version of each template, in the order they first stand. */
export function newestVersions(templates: readonly Template[]): Template[] {
  return [...Map.groupBy(templates, ({ id }) => id).values()].flatMap(
    (versions) => versions.toSorted((a, b) => b.version - a.version)[0] ?? [],
  )
}
