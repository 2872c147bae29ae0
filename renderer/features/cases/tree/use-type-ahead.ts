import { useRef } from 'react'

/** Letters typed within this time belong to one word. */
const PAUSE = 700

/** Gathers letters typed in quick succession: give each, get what has been typed so far. */
export function useTypeAhead(): (letter: string) => string {
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  return (letter) => {
    const at = performance.now()
    const before = at - typed.current.at < PAUSE ? typed.current.text : ''
    typed.current = { text: before + letter, at }
    return typed.current.text
  }
}
