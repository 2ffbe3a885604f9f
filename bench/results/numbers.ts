/** Numbers as the tables show them. */

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

export function fixed(value: number, digits: number): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** @param share 0 to 1 */
export function percent(share: number, digits = 1): string {
  return `${fixed(share * 100, digits)} %`;
}

/** Seconds; tenths where they matter. */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return value < 1000 ? fixed(value, 1) : whole(value);
}

export function megabytes(bytes: number): string {
  return fixed(bytes / 2 ** 20, bytes < 10 * 2 ** 20 ? 1 : 0);
}

/** A rate limit in words, e.g. "190 in 10 s". */
export function limitText({
  perWindow,
  windowMs,
}: {
  perWindow: number;
  windowMs: number;
}): string {
  return `${perWindow} in ${windowMs / 1000} s`;
}
