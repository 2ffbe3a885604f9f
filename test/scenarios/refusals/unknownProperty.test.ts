import type { IDataObject } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { hubspotAnswers, allCreated, upsertToHubspot, type SentInput } from '../../support/answers';
import { CONTINUING } from '../../support/onError';
import { lineItems } from '../../support/upsert';

const COUNT = 1000;
const MESSAGE = `Property values were not valid: ${JSON.stringify([
  { name: 'tint', error: 'PROPERTY_DOESNT_EXIST', message: 'Property "tint" does not exist' },
])}`;

/** A HubSpot that knows no trace ids, nor the property `tint`. */
const answer = (inputs: SentInput[]) =>
  inputs.some(({ properties }) => 'tint' in properties)
    ? { status: 400, body: { status: 'error', category: 'VALIDATION_ERROR', message: MESSAGE } }
    : allCreated(inputs);

async function run(items: IDataObject[], more = {}, batchSize = 100) {
  const heard = hubspotAnswers({ upsert: [answer] });
  const parameters = { options: { unknownFields: 'send', maxConcurrency: 1, batchSize } };
  const outcome = await upsertToHubspot({ items, parameters, ...more });
  return { heard, outcome };
}

const tinted = (item: IDataObject) => ({ ...item, tint: 'red' });

it('that every record sets is told once for a thousand records, by a throw', async () => {
  const { heard, outcome } = await run(lineItems(COUNT).map(tinted));
  expect(outcome.thrown?.message).toContain('no property "tint"');
  expect(outcome.thrown?.message).toMatch(/mapping.*Unknown Fields.*create/);
  expect(heard.upserts).toHaveLength(1);
});

it('that every record sets is told once, on Error where the run goes on', async () => {
  const { heard, outcome } = await run(lineItems(COUNT).map(tinted), {
    settings: CONTINUING[0]![1],
  });
  expectAllAccounted(outcome, COUNT);
  expect(heard.upserts).toHaveLength(1);
  const failures = failuresOf(outcome);
  expect(failures).toHaveLength(COUNT);
  expect(failures.filter(({ attempted }) => attempted)).toHaveLength(100);
  for (const { message, retryable } of failures) {
    expect(message).toContain('no property "tint"');
    expect(retryable).toBe(false);
  }
});

it.each([1, 100])(
  'that some records set, in batches of %i, keeps no other record from being written',
  async (batchSize) => {
    const items = lineItems(200).map((item, index) => (index % 50 < 10 ? tinted(item) : item));
    const { heard, outcome } = await run(items, {}, batchSize);
    expectAllAccounted(outcome, 200);
    expect(writtenOf(outcome)).toHaveLength(160);
    expect(outcome.error).toHaveLength(40);
    for (const { message } of failuresOf(outcome)) expect(message).toContain('tint');
    expect(heard.upserts.length).toBeLessThanOrEqual(batchSize === 1 ? 161 : 4);
  },
);

it('is not thrown for where another record failed for another reason', async () => {
  const odd = { status: 400, body: { message: 'Invalid input' } };
  const heard = hubspotAnswers({
    upsert: [
      (inputs) => (inputs.some(({ properties }) => 'tint' in properties) ? answer(inputs) : odd),
    ],
  });
  const parameters = { options: { unknownFields: 'send', batchSize: 1, maxConcurrency: 1 } };
  const items = [tinted(lineItems(1)[0]!), ...lineItems(1, 1)];
  const outcome = await upsertToHubspot({ items, parameters });
  expectAllAccounted(outcome, 2);
  expect(outcome.error).toHaveLength(2);
  expect(heard.upserts).toHaveLength(2);
});
