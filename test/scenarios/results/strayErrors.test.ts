import type { NodeOutcome } from '../../../sandbox/engine/runNode';
import { complete, found, hubspotAnswers, resultFor, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, writtenKeys } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

const error = (message: string, more: object = {}) => ({
  status: 'error',
  category: 'VALIDATION_ERROR',
  message,
  ...more,
});

const told = ({ hints }: NodeOutcome) =>
  hints.flatMap(({ message, type }) =>
    /no record failed/.test(message) ? [{ message, type }] : [],
  );

describe('an error that names nobody, beside a result for every record', () => {
  it.each([200, 207])('of a %i is told in a hint, once, and blames nobody', async (status) => {
    const errors = [error('The pipeline is full'), error('The pipeline is full'), {}];
    const heard = hubspotAnswers({
      upsert: [(inputs) => ({ ...complete(inputs.map(resultFor), { errors }), status })],
    });
    const outcome = await upsertToHubspot({
      items: lineItems(5),
      parameters: { options: { batchSize: 2 } },
    });
    expectAllAccounted(outcome, 5);
    expect(outcome.error).toEqual([]);
    expect(heard.reads).toEqual([]);
    expect(told(outcome)).toEqual([
      {
        type: 'warning',
        message:
          'HubSpot reported an error, and no record failed for it: The pipeline is full | an error without a message',
      },
    ]);
  });

  it('is told with few others, however many there are', async () => {
    hubspotAnswers({
      upsert: [
        (inputs) => {
          const errors = inputs.map((_, index) => error(`${'x'.repeat(5_000)} ${index} of many`));
          return complete(inputs.map(resultFor), {
            errors: [...errors, ...inputs.map(({ id }) => error(`no. ${id.length} ${id}!`))],
          });
        },
      ],
    });
    const outcome = await upsertToHubspot({ items: lineItems(100) });
    expect(outcome.success).toHaveLength(100);
    const [hint, ...others] = told(outcome);
    expect(others).toEqual([]);
    expect(hint!.message.length).toBeLessThan(11_000);
    expect(hint!.message).toMatch(/ \| and others$/);
  });
});

it('an error for a record that HubSpot holds all the same is told, too', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) => {
        const context = { objectWriteTraceId: [inputs[0]!.objectWriteTraceId] };
        return complete(inputs.map(resultFor), { errors: [error('Watch out', { context })] });
      },
    ],
    read: [found([{ invoice_line_key: 'K-0', name: 'Row 0', price: '0' }])],
  });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1']);
  expect(told(outcome)).toMatchObject([
    { message: expect.stringMatching(/: Watch out$/) as string },
  ]);
});

it('an error that names nobody is told, where the records without a result are found', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) => complete(inputs.slice(2).map(resultFor), { errors: [error('Odd thing')] }),
    ],
    read: [
      found([
        { invoice_line_key: 'K-0', name: 'Row 0', price: '0' },
        { invoice_line_key: 'K-1', name: 'Row 1', price: '1' },
      ]),
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expect(outcome.error).toEqual([]);
  expect(told(outcome)).toHaveLength(1);
});

it('an error that an item tells is not told again', async () => {
  hubspotAnswers({
    upsert: [(inputs) => complete(inputs.slice(1).map(resultFor), { errors: [error('no')] })],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expect(outcome.error).toHaveLength(1);
  expect(told(outcome)).toEqual([]);
});
