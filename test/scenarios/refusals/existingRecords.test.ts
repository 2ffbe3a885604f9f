import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import { allCreated, hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, onlyFailureOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const CONTACTS = {
  objectType: { __rl: true, mode: 'list', value: 'contacts' },
  idProperty: { __rl: true, mode: 'name', value: 'customer_number' },
};
const WHOLE = { refuseWholeBatchFor: ['conflict'] } as const;

describe.each<[name: string, options: Partial<SandboxOptions>]>([
  ['the other record alone, in a 207', { conflictWording: 'existingId' }],
  ['the other record alone, in a 409', { conflictWording: 'existingId', ...WHOLE }],
  ['the property as the place of the error, in a 207', { conflictWording: 'takenValue' }],
  ['the property as the place of the error, in a 409', { conflictWording: 'takenValue', ...WHOLE }],
])('a value that another record has, where HubSpot tells %s', (_, options) => {
  it('is told with property, value and that record', async () => {
    const sandbox = await sandboxForTest(options);
    const ownerId = sandbox.store.put('contacts', { email: 'ada@example.com' });
    const outcome = await upsert({
      items: [
        { customer_number: '1', email: 'bo@example.com' },
        { customer_number: '2', email: 'ada@example.com' },
        { customer_number: '3', email: 'cy@example.com' },
      ],
      credential: serviceKeyOf(sandbox),
      parameters: CONTACTS,
    });
    expectAllAccounted(outcome, 3);
    const failure = onlyFailureOf(outcome);
    expect(failure).toMatchObject({
      idValue: '2',
      property: 'email',
      value: 'ada@example.com',
      code: 'VALUE_TAKEN',
      retryable: false,
    });
    expect(failure.message).toContain(ownerId);
    expect(failure.message).toContain('"email"');
    expect(sandbox.log.upserts().length).toBeLessThanOrEqual(4);
  });
});

const definitions = (...unique: string[]) => ({
  status: 200,
  body: {
    results: ['invoice_line_key', 'serial', 'barcode', 'name'].map((name) => ({
      name,
      type: 'string',
      hasUniqueValue: name === 'invoice_line_key' || unique.includes(name),
    })),
  },
});
const ITEM = { invoice_line_key: 'A', serial: 'S-1', barcode: 'B-1', name: 'x' };

it.each([
  ['the only other unique property', ['serial'], 'serial', 'S-1'],
  ['none of several unique properties', ['serial', 'barcode'], null, null],
  ['none where no other is known to be unique', [], null, null],
])('of another object type it is %s', async (_, unique, property, value) => {
  const body = { category: 'CONFLICT', message: 'Line item already exists. Existing ID: 377' };
  hubspotAnswers({
    properties: definitions(...unique),
    upsert: [{ status: 409, body }, allCreated],
  });
  const outcome = await upsertToHubspot({ items: [ITEM] });
  const failure = onlyFailureOf(outcome);
  expect(failure).toMatchObject({ property, value, retryable: false });
  expect(failure.message).toContain('377');
});
