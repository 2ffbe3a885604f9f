import { expectAllAccounted, failuresOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

/** n8n throws where an expression names a node that is not there. */
const failsForB = (good: string) =>
  `={{ $json.invoice_line_key === 'B' ? $('Nowhere').first().json.x : ${good} }}`;
const items = ['A', 'B', 'C'].map((invoice_line_key) => ({ invoice_line_key, name: 'n' }));

it.each([
  ['objectType', 'parameter Object Type (objectType)', objectType(failsForB("'line_items'"))],
  ['idProperty', 'parameter ID Property (idProperty)', idProperty(failsForB("'invoice_line_key'"))],
  ['id', 'parameter ID Value (id)', { id: failsForB('$json.invoice_line_key') }],
  [
    'name',
    'property "name"',
    {
      id: '={{ $json.invoice_line_key }}',
      properties: { mappingMode: 'defineBelow', value: { name: failsForB("'n'") } },
    },
  ],
  [
    'objectWriteTraceId',
    'option Object Write Trace ID (objectWriteTraceId)',
    { options: { objectWriteTraceId: failsForB('$json.invoice_line_key') } },
  ],
])(
  'an expression for %s (%s) that fails for one item costs that item alone',
  async (parameter, shown, parameters) => {
    const sandbox = await sandboxForTest();
    const outcome = await upsert({ items, credential: serviceKeyOf(sandbox), parameters });
    expectAllAccounted(outcome, 3);
    expect(writtenKeys(outcome)).toEqual(['A', 'C']);
    const refused = { property: parameter, stage: 'validate', attempted: false };
    expect(failuresOf(outcome)).toMatchObject([refused]);
    expect(failuresOf(outcome)[0]?.message).toContain(`The expression of the ${shown} could`);
    expect(failuresOf(outcome)[0]?.message).not.toContain('properties');
  },
);

it.each(['A', 'C'])(
  'a trace ID that cannot be evaluated for item %s, the first or the last, costs that item alone',
  async (failing) => {
    const sandbox = await sandboxForTest();
    const traceId = `={{ $json.invoice_line_key === '${failing}' ? $('Nowhere').first().json.x : '' }}`;
    const outcome = await upsert({
      items,
      credential: serviceKeyOf(sandbox),
      parameters: { options: { objectWriteTraceId: traceId, batchSize: 100 } },
    });
    expectAllAccounted(outcome, 3);
    expect(failuresOf(outcome).map(({ message }) => message)).toEqual([
      expect.stringContaining('option Object Write Trace ID (objectWriteTraceId)'),
    ]);
    expect(outcome.error[0]?.json.invoice_line_key).toBe(failing);
  },
);
