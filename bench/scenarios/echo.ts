import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { ID_PROPERTY, lineItem, OBJECT_TYPE } from '../lineItems';
import { requestsFor, type Requests, type Work } from '../measure/requestsOfBatches';
import { fixed, whole } from '../results/numbers';
import { atMost, none } from './bounds';
import type { Bound, Scenario } from './section';

const RECORDS = 2_000;

type Account = Pick<SandboxOptions, 'traceIdEcho' | 'keyInResults'>;

const ECHOES: Account = { traceIdEcho: 'everywhere', keyInResults: 'ofCreated' };
/** As recorded of v3: nothing comes back but what was sent among the properties. */
const ECHOES_NOTHING: Account = { traceIdEcho: 'inErrorsAlone', keyInResults: 'never' };

const LINE_ITEMS = {
  objectType: OBJECT_TYPE,
  idProperty: ID_PROPERTY,
  rows: Array.from({ length: RECORDS }, (_, index) => lineItem(index)),
};

interface Row extends Requests {
  label: string;
}

/** What it costs that HubSpot does not say whose a result is. */
export const echo: Scenario = async ({ builtPackage, say }) => {
  const count = async (label: string, work: Work): Promise<Row> => {
    say(`${whole(RECORDS)} records: ${label}`);
    return { label, ...(await requestsFor(work, builtPackage)) };
  };
  const echoed = await count('Trace ids come back', { ...LINE_ITEMS, account: ECHOES });
  const keyed = await count('Keys alone come back', { ...LINE_ITEMS, account: ECHOES_NOTHING });
  const told = await count('Neither, and values differ', contacts(nameOf));
  const alike = await count(
    'Neither, and values are alike',
    contacts(() => 'Same'),
  );
  return {
    title: 'An account that echoes nothing',
    explanation:
      `${whole(RECORDS)} records each, every second of which is there already, without rate limit or ` +
      'latency: requests are counted, and no time is measured. HubSpot says whose a result is by the ' +
      'trace id that was sent. Where that does not come back, line items are told by their key, which ' +
      'the node sends among the properties. The e-mail address of contacts cannot be sent so, since ' +
      'an additional address would become the primary one: their results are told by the counts and ' +
      'the values that were sent, or by reading the batch once. An outcome is known where the node ' +
      'told truly whether the record was created or updated, and its id.',
    table: {
      head: [
        'Account',
        'Batches',
        'Requests',
        'Requests a batch',
        'Reads a batch',
        'Outcome known',
      ],
      rows: [echoed, keyed, told, alike].map((row) => [
        row.label,
        whole(row.batches),
        whole(row.requests),
        fixed(row.requests / row.batches, 2),
        fixed(row.reads / row.batches, 2),
        whole(row.known),
      ]),
    },
    charts: [],
    bounds: [
      atMost(
        'Requests where keys alone come back / where trace ids do',
        keyed.requests / echoed.requests,
        1,
      ),
      none('Reads where the values tell', told.reads),
      atMost('Reads a batch where nothing tells', alike.reads / alike.batches, 1),
      ...[echoed, keyed, told, alike].map(everyOutcome),
    ],
  };
};

function contacts(firstname: (index: number) => string): Work {
  const rows = Array.from({ length: RECORDS }, (_, index) => ({
    email: `person-${index}@example.org`,
    firstname: firstname(index),
  }));
  return { objectType: 'contacts', idProperty: 'email', rows, account: ECHOES_NOTHING };
}

function nameOf(index: number): string {
  return `Name ${index}`;
}

function everyOutcome({ label, known }: Row): Bound {
  return {
    statement: `Every outcome known: ${label}`,
    measured: whole(known),
    holds: known === RECORDS,
  };
}
