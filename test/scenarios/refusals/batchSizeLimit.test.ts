import { allCreated, hubspotAnswers, upsertToHubspot, type SentInput } from '../../support/answers';
import { expectAllAccounted } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const sizesOf = (batches: SentInput[][]) => batches.map(({ length }) => length);
const oneAtATime = { options: { maxConcurrency: 1 } };

it('the number of records that HubSpot says it takes holds for the rest of the run', async () => {
  const sandbox = await sandboxForTest({ batchSizeLimit: 20 });
  const outcome = await upsert({
    items: lineItems(300),
    credential: serviceKeyOf(sandbox),
    parameters: oneAtATime,
  });
  expectAllAccounted(outcome, 300);
  expect(outcome.success).toHaveLength(300);
  expect(sandbox.log.upserts().map(({ inputIds }) => inputIds.length)).toEqual([
    100,
    ...Array<number>(15).fill(20),
  ]);
});

it('a size that HubSpot takes after it found a batch too large holds for the rest of the run', async () => {
  const heard = hubspotAnswers({
    upsert: [(inputs) => (inputs.length > 30 ? { status: 413, body: '' } : allCreated(inputs))],
  });
  const outcome = await upsertToHubspot({ items: lineItems(300), parameters: oneAtATime });
  expectAllAccounted(outcome, 300);
  expect(outcome.success).toHaveLength(300);
  expect(sizesOf(heard.upserts)).toEqual([
    100, 50, 25, 25, 50, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25,
  ]);
});

it('one record that is too large by itself leaves the others together', async () => {
  const heard = hubspotAnswers({
    upsert: [
      (inputs) =>
        inputs.some(({ id }) => id === 'K-3') ? { status: 413, body: '' } : allCreated(inputs),
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(1_000), parameters: oneAtATime });
  expectAllAccounted(outcome, 1_000);
  expect(outcome.success).toHaveLength(999);
  expect(heard.upserts.length).toBeLessThanOrEqual(15 + 18);
});

it.each(['0', '100', '1000', 'a few'])(
  'a limit of %s tells nothing: the batch is halved',
  async (limit) => {
    const message = `The maximum number of inputs supported in a batch is ${limit}. Please reduce the number of items and try again`;
    const heard = hubspotAnswers({
      upsert: [
        (inputs) => (inputs.length > 5 ? { status: 400, body: { message } } : allCreated(inputs)),
      ],
    });
    const outcome = await upsertToHubspot({ items: lineItems(10) });
    expectAllAccounted(outcome, 10);
    expect(outcome.success).toHaveLength(10);
    expect(sizesOf(heard.upserts)).toEqual([10, 5, 5]);
  },
);
