/** Distinguished encoding rules (ITU-T X.690), as far as a certificate needs them. */

export function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, ...parts);
}

export function set(...parts: Buffer[]): Buffer {
  return element(0x31, ...parts);
}

/** An element of which the standard says by a number what it is. */
export function tagged(number: number, ...parts: Buffer[]): Buffer {
  return element(0xa0 + number, ...parts);
}

export function yes(): Buffer {
  return element(0x01, Buffer.from([0xff]));
}

/** A whole number from 0 on. */
export function whole(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return element(0x02, bytes[0]! > 0x7f ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

export function text(value: string): Buffer {
  return element(0x0c, Buffer.from(value));
}

export function octets(value: Buffer): Buffer {
  return element(0x04, value);
}

export function bits(value: Buffer): Buffer {
  return element(0x03, Buffer.from([0]), value);
}

/** @param ms Epoch milliseconds, before 2050. */
export function utcTime(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '');
  return element(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

/** @param dotted E.g. `2.5.4.3`. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(inSevenBits)]));
}

function inSevenBits(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) bytes.unshift((left & 0x7f) | 0x80);
  return bytes;
}

/** An element of any tag. */
export function element(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
