import { type RefObject, useEffect } from 'react'

const REVEAL = 'klarlagt-reveal'

/** Asks whatever holds an element to open what stands behind it, at once: before this returns it is there. */
export function reveal(element: Element): void {
  element.dispatchEvent(new CustomEvent(REVEAL, { bubbles: true }))
}

/** Opens what is asked for within a part of the page. `open` must have drawn it when it returns. */
export function useReveal(root: RefObject<HTMLElement | null>, open: (asked: Element) => void): void {
  useEffect(() => {
    const element = root.current
    const listen = ({ target }: Event) => {
      if (target instanceof Element) open(target)
    }
    element?.addEventListener(REVEAL, listen)
    return () => element?.removeEventListener(REVEAL, listen)
  }, [root, open])
}
