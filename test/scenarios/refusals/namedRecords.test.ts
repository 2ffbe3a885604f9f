import type { Reply, SentInput } from '../../support/answers';
import { allCreated, hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

/** Refuses every batch that holds one of the ids, as HubSpot does without knowing trace ids. */
function refusing(ids: string[], refusal: (inputs: SentInput[]) => Reply) {
  return (inputs: SentInput[]) =>
    inputs.some(({ id }) => ids.includes(id)) ? refusal(inputs) : allCreated(inputs);
}

const refusal = (status: number, body: object): Reply => ({
  status,
  body: { status: 'error', category: 'VALIDATION_ERROR', correlationId: 'c-1', ...body },
});
const keysOf = (batches: SentInput[][]) => batches.map((batch) => batch.map(({ id }) => id));

it('an offender that the refusal names by its value is taken out, the rest goes in one more request', async () => {
  const named = refusal(400, {
    message:
      'Property values were not valid: [{"isValid":false,"message":"Red was not one of the allowed options: [Blue]","error":"INVALID_OPTION","name":"name"}]',
  });
  const heard = hubspotAnswers({ upsert: [refusing(['K-3'], () => named)] });
  const items = lineItems(8).map((item, index) => ({
    ...item,
    name: index === 3 ? 'Red' : 'Blue',
  }));
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 8);
  expect(failuresOf(outcome)).toMatchObject([
    {
      idValue: 'K-3',
      category: 'VALIDATION_ERROR',
      code: 'INVALID_OPTION',
      property: 'name',
      value: 'Red',
      httpStatus: 400,
      correlationId: 'c-1',
      attempted: true,
      retryable: false,
    },
  ]);
  expect(heard.upserts.map((batch) => batch.length)).toEqual([8, 7]);
});

it.each([400, 409, 422])(
  'where a %i names nobody, exactly the bad record is found by halving',
  async (status) => {
    const unnamed = refusal(status, { message: 'Something is wrong' });
    const heard = hubspotAnswers({ upsert: [refusing(['K-5'], () => unnamed)] });
    const outcome = await upsertToHubspot({ items: lineItems(8) });
    expectAllAccounted(outcome, 8);
    expect(outcome.success).toHaveLength(7);
    expect(failuresOf(outcome)).toMatchObject([
      { idValue: 'K-5', httpStatus: status, message: 'Something is wrong', attempted: true },
    ]);
    expect(heard.upserts.length).toBeLessThanOrEqual(7);
  },
);

it('two bad records in a hundred cost few requests', async () => {
  const unnamed = refusal(400, { message: 'Something is wrong' });
  const heard = hubspotAnswers({ upsert: [refusing(['K-7', 'K-93'], () => unnamed)] });
  const outcome = await upsertToHubspot({ items: lineItems(100) });
  expectAllAccounted(outcome, 100);
  expect(failuresOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-7', 'K-93']);
  expect(heard.upserts.length).toBeLessThanOrEqual(2 * 14);
});

it('a value that another record owns costs the item that sets it', async () => {
  const taken = refusal(400, {
    message:
      'Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=0-8, propertyName=hs_sku, value=S-2} on 123. 456 already has that value.',
  });
  const heard = hubspotAnswers({ upsert: [refusing(['K-2'], () => taken)] });
  const items = lineItems(4).map((item, index) => ({ ...item, hs_sku: `S-${index}` }));
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 4);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-2', property: 'hs_sku', value: 'S-2', code: 'VALUE_TAKEN' },
  ]);
  expect(failuresOf(outcome)[0]?.message).toContain('456');
  expect(heard.upserts).toHaveLength(2);
});

it('ids that HubSpot takes for the same are written one after the other', async () => {
  const doubled = refusal(400, {
    message: 'Duplicate IDs found in batch input: [k-a]. IDs must be unique',
    context: { ids: ['k-a'] },
  });
  const heard = hubspotAnswers({
    upsert: [
      (inputs) =>
        inputs.filter(({ id }) => id.toLowerCase() === 'k-a').length > 1
          ? doubled
          : allCreated(inputs),
    ],
  });
  const items = ['K-A', 'K-B', 'k-a'].map((invoice_line_key) => ({ invoice_line_key }));
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 3);
  expect(outcome.success).toHaveLength(3);
  const order = keysOf(heard.upserts.slice(1)).flat();
  expect(order.indexOf('K-A')).toBeLessThan(order.indexOf('k-a'));
});

it('a batch that is too large is halved, whatever it holds', async () => {
  const sandbox = await sandboxForTest({ batchSizeLimit: 100 });
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'status', status: 413 } });
  const outcome = await upsert({ items: lineItems(10), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 10);
  expect(outcome.success).toHaveLength(10);
  expect(sandbox.log.upserts().map(({ inputIds }) => inputIds.length)).toEqual([10, 5, 5]);
});

it('one record that is too large by itself leaves on Error', async () => {
  hubspotAnswers({
    upsert: [
      refusing(['K-1'], () => ({ status: 413, body: '<html>Request Entity Too Large</html>' })),
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(4) });
  expectAllAccounted(outcome, 4);
  expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-0', 'K-2', 'K-3']);
  expect(failuresOf(outcome)).toMatchObject([{ idValue: 'K-1', httpStatus: 413 }]);
});
