import type { IDataObject } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, writtenKeys, writtenOf } from '../../support/accounted';
import {
  allCreated,
  hubspotAnswers,
  notValid,
  upsertToHubspot,
  type SentInput,
} from '../../support/answers';
import { itWithSample } from '../../support/samples';
import { lineItems } from '../../support/upsert';

const message = notValid({
  name: 'tint',
  error: 'PROPERTY_DOESNT_EXIST',
  message: 'Property "tint" does not exist',
});
const isTinted = ({ properties }: SentInput) => 'tint' in properties;

/** A HubSpot that knows no trace ids, nor the property `tint`. */
const answer = (inputs: SentInput[]) =>
  inputs.some(isTinted)
    ? { status: 400, body: { status: 'error', category: 'VALIDATION_ERROR', message } }
    : allCreated(inputs);

const tinted = (item: IDataObject) => ({ ...item, tint: 'red' });

it.each([1, 50])(
  'a property that some records set, in batches of %i, keeps no other record from being written',
  async (batchSize) => {
    const items = lineItems(100).map((item, index) => (index % 25 < 5 ? tinted(item) : item));
    const heard = hubspotAnswers({ upsert: [answer] });
    const options = { unknownFields: 'send', maxConcurrency: 1, batchSize };
    const outcome = await upsertToHubspot({ items, parameters: { options } });
    expectAllAccounted(outcome, 100);
    expect(writtenOf(outcome)).toHaveLength(80);
    for (const { message } of failuresOf(outcome)) expect(message).toContain('tint');
    expect(heard.upserts.length).toBeLessThanOrEqual(batchSize === 1 ? 81 : 4);
  },
);

it('it is not thrown for where another record failed for another reason', async () => {
  const odd = { status: 400, body: { message: 'Invalid input' } };
  const heard = hubspotAnswers({
    upsert: [(inputs) => (inputs.some(isTinted) ? answer(inputs) : odd)],
  });
  const options = { unknownFields: 'send', batchSize: 1, maxConcurrency: 1 };
  const items = [tinted(lineItems(1)[0]!), ...lineItems(1, 1)];
  const outcome = await upsertToHubspot({ items, parameters: { options } });
  expectAllAccounted(outcome, 2);
  expect(outcome.error).toHaveLength(2);
  expect(heard.upserts).toHaveLength(2);
});

itWithSample(
  'docs.400.property-doesnt-exist.json',
  'its message cannot be parsed, so the details say which property it is',
  async (sample) => {
    hubspotAnswers({ upsert: [sample, allCreated] });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', testproperty: 1 },
        { invoice_line_key: 'B', name: 'good' },
        { invoice_line_key: 'C', testproperty: 2 },
      ],
      parameters: { options: { unknownFields: 'send' } },
    });
    expectAllAccounted(outcome, 3);
    expect(writtenKeys(outcome)).toEqual(['B']);
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({
        category: 'VALIDATION_ERROR',
        code: 'PROPERTY_DOESNT_EXIST',
        message: 'Property "testproperty" does not exist',
        property: 'testproperty',
        correlationId: '8a3f6c3a-8296-4002-b0a6-2a06fecf7c0c',
      });
    }
  },
);
