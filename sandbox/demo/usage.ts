import { DUPLICATE_POLICIES, INVALID_VALUES, OPERATIONS } from './expectation';
import { ENCODINGS } from './file/encoding';
import { DATE_NUMBERS, DATE_ORDERS, NUMBER_FORMATS } from './secondOpinion/valueRules';

export const USAGE = `npm run demo [-- options]

Starts a HubSpot sandbox and writes the rows of a file into it with the HubSpot Batch Upsert
node, in n8n's own engine. Without options it takes examples/line-items.csv. An export of
contacts, for example:

  npm run demo -- --csv export.xlsx --object-type contacts --date-order dayFirst

The file
  --csv FILE              the file to read: CSV, XLSX, XLS or JSON, by what stands in it
  --sheet NAME            of XLSX and XLS (default the first one)
  --header-line N         the line that names the columns (default 1)
  --delimiter MARK        , ; | or tab (default: the one that fits)
  --encoding NAME         default utf-8; ${ENCODINGS.slice(1, 6).join(', ')}, ...
                          A byte order mark tells by itself

Its values, as the options of the node
  --number-format NAME    ${NUMBER_FORMATS.join(', ')} (default automatic)
  --date-order NAME       ${DATE_ORDERS.join(', ')} (default refuse)
  --date-numbers NAME     ${DATE_NUMBERS.join(', ')} (default milliseconds);
                          dates of XLSX and XLS are spreadsheetDays
  --time-zone NAME        of times without one, e.g. Europe/Berlin (default UTC)
  --invalid-values NAME   ${INVALID_VALUES.join(', ')} (default reject)

The records
  --object-type NAME      contacts, companies, deals, tickets, products, line_items, ...
                          (default line_items)
  --id-property NAME      the unique property that identifies a record; created where it is
                          missing (default email for contacts, invoice_line_key for
                          line_items, else import_key)
  --id COLUMN             the column with its value, or
  --id-template TEXT      several, e.g. '{InvoiceNo}-{StockCode}'; default: the column with
                          the property's name or label
  --map COLUMN=PROPERTY   repeatable; columns with a property's name or label need none. A
                          property that does not exist is created as a custom one
  --deal COLUMN           link each record with the deal whose deal_key stands there (several
                          with ; between them). A deal is made for each but the second one,
                          so that you see what becomes of the rows of a deal that is missing
  --duplicates POLICY     ${DUPLICATE_POLICIES.join(', ')} (default merge)

What is written
  --dry-run               nothing: shows what would be created and what would change
  --operation NAME        ${OPERATIONS.join(', ')} (default upsert): create writes only records that
                          HubSpot does not have, update only those that it has
  --skip-unchanged        only what differs from what HubSpot holds; a second run over the
                          records of the first shows it
                          For a dry run, for create and for update, every second record of
                          the file is there already, with another value

The trial
  --bad PERCENT           make that many rows bad on purpose, half of them so that only
                          HubSpot can tell; the same ones every time
  --limit N               requests per ten seconds that HubSpot allows (default 110)
  --latency MS            of every answer, e.g. 300-800 (default), 0 for none

The result
  --out DIR               where rows that were not written are saved, in the form of the file
                          and with the reason (default demo-output)
  --quiet                 no progress and no table of failures
  --help                  this text

Exit code: 0 when every row is accounted for, 2 for unusable input, 1 otherwise.
`;
