import {
  expectAllAccounted,
  failuresOf,
  onlyFailureOf,
  writtenKeys,
} from '../../support/accounted';
import { sandboxForTest, sentKeys } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const items = [
  { invoice_line_key: 'A', name: 'good' },
  { invoice_line_key: 'B', colour: 'red' },
];

async function run(unknownFields: string, given: object[] = items) {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: given.map((json) => ({ ...json })),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { unknownFields } },
  });
  expectAllAccounted(outcome, given.length);
  return { sandbox, outcome };
}

it('ignore: fields that are no property stay in n8n', async () => {
  const { sandbox, outcome } = await run('ignore');
  expect(outcome.success).toHaveLength(2);
  expect(outcome.success[1]?.json).toMatchObject({ colour: 'red' });
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'B')?.properties).toEqual({
    invoice_line_key: 'B',
  });
});

it('reject: their items leave on Error before anything is sent', async () => {
  const { sandbox, outcome } = await run('reject');
  expect(onlyFailureOf(outcome)).toMatchObject({
    category: 'UNKNOWN_PROPERTY',
    property: 'colour',
    value: 'red',
    attempted: false,
    stage: 'validate',
  });
  expect(sentKeys(sandbox)).toEqual(['A']);
});

it('reject: so do those that would write what HubSpot calculates', async () => {
  const { outcome } = await run('reject', [{ invoice_line_key: 'A', amount: 7 }]);
  expect(onlyFailureOf(outcome)).toMatchObject({ property: 'amount', attempted: false });
});

it('send: HubSpot decides, record by record', async () => {
  const { sandbox, outcome } = await run('send');
  expect(writtenKeys(outcome)).toEqual(['A']);
  expect(failuresOf(outcome)).toMatchObject([
    {
      category: 'VALIDATION_ERROR',
      code: 'PROPERTY_DOESNT_EXIST',
      property: 'colour',
      value: 'red',
      httpStatus: 207,
      attempted: true,
    },
  ]);
  expect(sandbox.log.upserts()).toHaveLength(1);
});
