import { type FormEvent, useRef } from 'react'

/** What a form does when it is submitted: once, however often Enter is pressed until it is done. On a slow machine that is often. */
export function useSubmit(run: () => Promise<void>): (event: FormEvent) => void {
  const isUnderWay = useRef(false)
  const once = async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    try {
      await run()
    } finally {
      isUnderWay.current = false
    }
  }
  return (event) => {
    event.preventDefault()
    void once()
  }
}
