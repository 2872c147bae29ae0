/**
 * What both ends of a line to the core agree on. An object with a member `__proto__` goes over it as pairs: copied
 * member by member, as every other object is, it would get another prototype, and an answer of that name would be lost.
 */
export const lineOptions = {
  customJsonSerializers: [
    {
      type: 100,
      condition: (data: unknown) =>
        typeof data === 'object' && data !== null && Object.hasOwn(data, '__proto__'),
      serialize: (data: Record<string, unknown>) => Object.entries(data),
      deserialize: (pairs: readonly (readonly [string, unknown])[]) => Object.fromEntries(pairs),
    },
  ],
}
