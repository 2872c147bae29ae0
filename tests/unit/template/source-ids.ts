/** Whether a text for users names a source as we keep it (`000:177-185`), which tells nobody what to look up. */
export const namesSourceById = (text: string): boolean => /\b\d{3}:\d+/.test(text)
