/**
 * Widths of columns that fill `width`: each its widest word at least and its whole text at most, and between
 * them in proportion.
 */
export function columnWidths(needs: readonly { least: number; most: number }[], width: number): number[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const least = sum(needs.map((need) => need.least))
  const most = sum(needs.map((need) => need.most))
  if (least >= width) return needs.map((need) => (need.least / least) * width)
  if (most <= width) return needs.map((need) => need.most + (width - most) * (need.most / Math.max(most, 1)))
  const share = (width - least) / (most - least)
  return needs.map((need) => need.least + (need.most - need.least) * share)
}
