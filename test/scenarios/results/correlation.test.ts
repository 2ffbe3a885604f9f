import {
  allCreated,
  complete,
  found,
  hubspotAnswers,
  resultFor,
  upsertToHubspot,
  type SentInput,
} from '../../support/answers';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

/** The same result without its trace id, its key changed by `spell`. */
function unechoed(input: SentInput, spell = (key: string) => key) {
  const { id, properties } = resultFor(input);
  const key = spell(input.id);
  return { id, new: true, properties: { ...properties, [input.idProperty]: key } };
}

const idsByKey = { 'K-0': '9K-0', 'K-1': '9K-1', 'K-2': '9K-2' };

async function written(items = lineItems(3)) {
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, items.length);
  return Object.fromEntries(writtenOf(outcome).map(({ idValue, id }) => [idValue, id]));
}

it('results in another order find their items by the echoed trace id', async () => {
  hubspotAnswers({ upsert: [(inputs) => complete([...inputs].reverse().map(resultFor))] });
  expect(await written()).toEqual(idsByKey);
});

it('results without an echo find their items by the value of the ID property', async () => {
  hubspotAnswers({
    upsert: [(inputs) => complete([...inputs].reverse().map((input) => unechoed(input)))],
  });
  expect(await written()).toEqual(idsByKey);
});

it('and in another case, where HubSpot stored the value otherwise', async () => {
  const lower = (key: string) => key.toLowerCase();
  hubspotAnswers({
    upsert: [(inputs) => complete([...inputs].reverse().map((input) => unechoed(input, lower)))],
  });
  expect(await written()).toEqual(idsByKey);
});

it('a result of another batch is nobody’s, and the item left over is looked up', async () => {
  const heard = hubspotAnswers({
    upsert: [
      (inputs) => {
        const [first, ...rest] = inputs.map(resultFor);
        const foreign = { ...first, id: '1', properties: {}, objectWriteTraceId: 'foreign' };
        return complete([...rest, foreign]);
      },
    ],
    read: [found([{ invoice_line_key: 'K-0', name: 'Row 0', price: '0' }])],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(heard.reads).toEqual([['K-0']]);
  expect(writtenOf(outcome).map(({ outcome, id }) => [outcome, id])).toEqual([
    ['written', '700'],
    ['created', '9K-1'],
    ['created', '9K-2'],
  ]);
});

it('an item that the answer leaves out and HubSpot does not hold is never called written', async () => {
  const heard = hubspotAnswers({
    upsert: [(inputs) => complete(inputs.slice(1).map(resultFor))],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(heard.reads).toEqual([['K-0']]);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'NO_OUTCOME', idValue: 'K-0', attempted: true, httpStatus: 200, retryable: true },
  ]);
});

it('nor where HubSpot holds the record with other values', async () => {
  hubspotAnswers({
    upsert: [(inputs) => complete(inputs.slice(1).map(resultFor))],
    read: [found([{ invoice_line_key: 'K-0', name: 'old name', price: '0' }])],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expect(failuresOf(outcome)).toMatchObject([{ category: 'NO_OUTCOME', idValue: 'K-0' }]);
});

it('a result and an error for the same item contradict each other: HubSpot’s store decides', async () => {
  const both = (inputs: SentInput[]) => ({
    status: 207,
    body: {
      ...(allCreated(inputs).body as object),
      errors: [
        {
          status: 'error',
          category: 'VALIDATION_ERROR',
          message: 'no',
          context: { objectWriteTraceId: [inputs[0]!.objectWriteTraceId] },
        },
      ],
    },
  });
  const heard = hubspotAnswers({ upsert: [both] });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expectAllAccounted(outcome, 2);
  expect(heard.reads).toEqual([['K-0']]);
  expect(failuresOf(outcome)).toMatchObject([{ idValue: 'K-0' }]);
});

it('what answers with strange types does not bring the run down', async () => {
  hubspotAnswers({
    upsert: [{ status: 200, body: { status: 7, results: { a: 1 }, errors: 'none' } }],
    read: [{ status: 200, body: [] }],
  });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome).map(({ category }) => category)).toEqual(['NO_OUTCOME', 'NO_OUTCOME']);
});
