/** Made at each build by scripts/licences.ts. */
declare module 'virtual:licences' {
  const parts: readonly import('../../../shared/host/about.ts').ShippedPart[]
  export default parts
}
