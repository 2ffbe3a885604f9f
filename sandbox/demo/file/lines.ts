const LINE_END = /\r\n|\n|\r/g;
const FIRST_LINE = /^(?:"[^"]*"|[^"\r\n])*(\r\n|\n|\r)/;

/** What ends the first line of a table; quoted cells may hold others. */
export function lineEndOf(table: string): string {
  return FIRST_LINE.exec(table)?.[1] ?? '\n';
}

/** How many characters stand before a line; all of them where there is no such line. */
export function startOfLine(text: string, line: number): number {
  if (line === 1) return 0;
  const ends = [...text.matchAll(LINE_END)];
  const end = ends[line - 2];
  return end === undefined ? text.length : end.index + end[0].length;
}

/**
 * Tells on which line of a text the record ends that ends before a byte; to be asked in order. An
 * own count, because the parser's takes a CRLF inside quotes for two lines.
 *
 * @param start Where the bytes begin, in characters.
 */
export function lineCounter(text: string, start: number): (end: number) => number {
  const bytes = Buffer.from(text.slice(start), 'utf8');
  let line = 1 + [...text.slice(0, start).matchAll(LINE_END)].length;
  let at = 0;
  return (end) => {
    const last = bytes[end - 1] === LF && bytes[end - 2] === CR ? end - 2 : end - 1;
    for (; at < last; at += 1) {
      if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line += 1;
    }
    return line;
  };
}

const LF = 0x0a;
const CR = 0x0d;
