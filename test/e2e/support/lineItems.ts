/** Line items with keys `A-1`, `A-2`, …, as another system would send them. */
export function lineItems(
  count: number,
  { prefix = 'A', price }: { prefix?: string; price?: string } = {},
): Array<Record<string, unknown>> {
  return Array.from({ length: count }, (_, index) => ({
    invoice_line_key: `${prefix}-${index + 1}`,
    name: `Article ${index + 1}`,
    quantity: (index % 12) + 1,
    price: price ?? `${(index % 90) + 1}.5`,
  }));
}
