import { parse } from 'csv-parse/sync';

/** In the order in which they are believed in. */
const DELIMITERS = [',', ';', '\t', '|'];
const LINES_READ = 50;

/**
 * The mark by which most of a table's first lines have as many fields as its header; of several such
 * marks, that which makes more fields, and none that begins with a blank as words after a comma do.
 */
export function likelyDelimiter(table: string): string {
  const judged = DELIMITERS.map((delimiter) => {
    const [head = [], ...body] = firstRecords(table, delimiter);
    const alike = body.filter((record) => record.length === head.length).length;
    const torn = head.filter((name) => name.startsWith(' ')).length;
    return { delimiter, width: head.length, share: (alike + 1) / (body.length + 1), torn };
  });
  const several = judged.filter(({ width }) => width > 1);
  several.sort(
    (one, other) => other.share - one.share || other.width - one.width || one.torn - other.torn,
  );
  return several[0]?.delimiter ?? ',';
}

export function nameOf(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter;
}

function firstRecords(table: string, delimiter: string): string[][] {
  const records: string[][] = [];
  try {
    parse(table, {
      delimiter,
      to: LINES_READ,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record: string[]) => {
        records.push(record);
        return null;
      },
    });
  } catch {
    // Read with another mark it may hold, and what is wrong is said when the file is read.
  }
  return records;
}
