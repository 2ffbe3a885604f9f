import { ENCODINGS } from './encoding';
import { DUPLICATE_POLICIES } from './expectation';

export const USAGE = `npm run demo [-- options]

Starts a HubSpot sandbox and writes the rows of a CSV file into it with the HubSpot Batch
Upsert node, in n8n's own engine. Without options it takes examples/line-items.csv.

The file
  --csv FILE              the file to read; its first line names the columns
  --delimiter MARK        , ; | or tab (default ,)
  --encoding NAME         default utf-8; ${ENCODINGS.slice(1, 5).join(', ')}, ...
  --decimal-comma         numbers are written 1.234,56
  --date COLUMN=FORMAT    a column's dates are written so, e.g. 'Sold=D/M/YYYY H:mm'; repeatable

The records
  --object-type NAME      default line_items
  --id-property NAME      the unique property that identifies a record
                          (default invoice_line_key; created where it is missing)
  --id COLUMN             the column with its value, or
  --id-template TEXT      several, e.g. '{InvoiceNo}-{StockCode}'; default: the column of
                          the property's own name
  --map COLUMN=PROPERTY   repeatable; columns named like a property need none. A property
                          that does not exist is created as a custom one
  --duplicates POLICY     ${DUPLICATE_POLICIES.join(', ')} (default merge)

The trial
  --bad PERCENT           make that many rows bad on purpose, half of them so that only
                          HubSpot can tell; the same ones every time
  --limit N               requests per ten seconds that HubSpot allows (default 110)
  --latency MS            of every answer, e.g. 300-800 (default), 0 for none

The result
  --out DIR               where rows that were not written are saved (default demo-output)
  --quiet                 no progress and no table of failures
  --help                  this text

Exit code: 0 when every row is accounted for, 2 for unusable input, 1 otherwise.
`;
