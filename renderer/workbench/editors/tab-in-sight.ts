import { type RefObject, useEffect } from 'react'

/** Scrolls a strip of tabs as little as it takes for its active tab to be seen, its beginning first. */
function showActive(strip: Element): void {
  const active = strip.querySelector<HTMLElement>('.dv-active-tab')
  if (active === null) return
  const { offsetLeft: start, offsetWidth: width } = active
  strip.scrollLeft = Math.min(start, Math.max(strip.scrollLeft, start + width - strip.clientWidth))
}

/**
 * Keeps the active tab in sight where its strip becomes narrower, or a tab's title longer: dockview scrolls to a tab when it
 * becomes active, which is before its title is known and before a group beside it takes half of the width.
 */
export function useActiveTabInSight(tab: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const content = tab.current
    const strip = content?.closest('.dv-tab')?.parentElement
    if (content === null || strip === null || strip === undefined) return
    const sizes = new ResizeObserver(() => showActive(strip))
    sizes.observe(content)
    sizes.observe(strip)
    return () => sizes.disconnect()
  }, [tab])
}
