import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/** The first control of the innermost member along a path that has one; that of the English text, where the path leads into it. */
export function controlAt(root: Element | null, path: readonly PropertyKey[]): HTMLElement | undefined {
  for (let length = path.length; length > 0; length--) {
    const at = CSS.escape(path.slice(0, length).map(String).join('/'))
    const inLanguage = path[length] === 'en' ? '[lang="en"]' : ''
    const control = root?.querySelector<HTMLElement>(
      `[data-member="${at}"] :is(input, select, textarea, button)${inLanguage}`,
    )
    if (control) return control
  }
  return undefined
}

/**
 * Keeps the focus in what a part says. A button that adds or takes away is often gone once it has done so, and the focus with it: it
 * then goes to what stands in the same member now, or in the nearest around it.
 */
export function useKeptFocus(root: RefObject<Element | null>) {
  const member = useRef<string>(undefined)
  useEffect(() => {
    if (member.current === undefined || document.activeElement !== document.body) return
    controlAt(root.current, member.current.split('/'))?.focus()
  })
  return {
    onFocus: ({ target }: FocusEvent) => {
      member.current = target.closest('[data-member]')?.getAttribute('data-member') ?? undefined
    },
    onBlur: () => {
      member.current = undefined
    },
  }
}
