const WITH_COMMA = /^[+-]?(\d{1,3}(\.\d{3})+|\d+)?(,\d+)?$/;

/** `1.234,56` as `1234.56`; a text that is no number written with a decimal comma stays as it is. */
export function withoutDecimalComma(text: string): string {
  const number = text.trim();
  const isNumber = WITH_COMMA.test(number) && /\d/.test(number);
  return isNumber ? number.replaceAll('.', '').replace(',', '.') : text;
}
