/** Puts the focus in the named control of a form, in its first radio where it is a group. Nothing happens where none has the name. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus()
}
