/** A currency sign, with the letters that tell whose it is: `$`, `US$`, `R$`. */
const SIGN = /(?<!\p{L})[A-Z]{0,3}\p{Sc}/u;

/** What may be a code of ISO 4217. */
const CODE = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u;

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The text without one currency sign and one code, as in `$5 USD`. */
export function withoutCurrency(text: string): string {
  return text.replace(SIGN, '').replace(CODE, (code) => (CODES.has(code) ? '' : code));
}
