import { TextDecoder } from 'node:util';
import { UnusableInput } from '../unusableInput';

const SINGLE_BYTE = [
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
];

/** The encodings that a file can be read in and its error rows be written in again. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', ...SINGLE_BYTE];

const BOM = '\uFEFF';

/** What bytes 0x80 to 0x9F mean in windows-1252, which browsers also take iso-8859-1 for. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** A file's text without its byte order mark, and what `encode` needs to put it back. */
export interface Decoded {
  text: string;
  encoding: string;
  bom: boolean;
}

/** @param wanted Is not asked where a byte order mark tells. */
export function decode(bytes: Uint8Array, wanted: string): Decoded {
  const encoding = markedEncoding(bytes) ?? wanted;
  const text = decodeStrictly(bytes, encoding);
  if (text.includes('\0')) {
    throw new UnusableInput(
      'it is a binary file, no spreadsheet and no text; or UTF-16 without a mark: then name it with --encoding utf-16le',
    );
  }
  const bom = text.startsWith(BOM);
  return { text: bom ? text.slice(BOM.length) : text, encoding, bom };
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** The bytes of a text in the same encoding; `?` for what it has no byte for. */
export function encode(text: string, encoding: string, bom: boolean): Buffer {
  const whole = bom ? BOM + text : text;
  if (encoding === 'utf-8') return Buffer.from(whole, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(whole, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(whole, 'utf16le').swap16();
  const bytes = bytesOfCharacters(encoding);
  return Buffer.from(Array.from(text, (character) => bytes.get(character) ?? '?'.charCodeAt(0)));
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  try {
    return readBytes(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }), bytes);
  } catch {
    throw new UnusableInput(
      `it is no ${encoding} text: name its encoding with --encoding, often windows-1252 (or ${ENCODINGS.filter((name) => name !== encoding && name !== 'windows-1252').join(', ')})`,
    );
  }
}

/** Node 20 takes windows-1252 for Latin 1 (nodejs/node#56542). */
function readBytes(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(
    /[\u0080-\u009f]/g,
    (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? '',
  );
}

function bytesOfCharacters(encoding: string): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  return new Map(
    Array.from({ length: 256 }, (_, byte) => [readBytes(decoder, Uint8Array.of(byte)), byte]),
  );
}
