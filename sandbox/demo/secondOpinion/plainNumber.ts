const NUMBER = /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i;

/**
 * A number in HubSpot's form, digits with at most one point, without zeros that say nothing:
 * `1.2E+05` is `120000`. Exact, however many digits there are; undefined where it is no number.
 */
export function plainNumber(text: string): string | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction);
  const decimals = fraction.length - Number(exponent);
  const plain =
    decimals > 0 ? withPoint(digits, decimals) : String(digits * 10n ** BigInt(-decimals));
  return sign === '-' && digits > 0n ? `-${plain}` : plain;
}

function withPoint(digits: bigint, decimals: number): string {
  const padded = String(digits).padStart(decimals + 1, '0');
  return `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`.replace(/\.?0+$/, '');
}
