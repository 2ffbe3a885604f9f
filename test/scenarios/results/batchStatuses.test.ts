import {
  complete,
  found,
  hubspotAnswers,
  ok,
  resultFor,
  upsertToHubspot,
} from '../../support/answers';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

const held = found([{ invoice_line_key: 'K-0', name: 'Row 0', price: '0' }]);

it.each([
  ['CANCELED', { status: 'CANCELED', results: [] }, /cancel/i],
  ['PENDING', { status: 'PENDING', results: [] }, /PENDING/],
  ['PROCESSING', { status: 'PROCESSING', results: [] }, /PROCESSING/],
  ['an empty COMPLETE', { status: 'COMPLETE', results: [] }, /complete.*no record/i],
  ['COMPLETE without results', { status: 'COMPLETE' }, /complete.*no record/i],
  ['an object of another kind', { hello: 'world' }, /no record|not JSON/i],
])('%s: what HubSpot holds is written, the rest has no outcome', async (_, body, reason) => {
  const heard = hubspotAnswers({ upsert: [ok(body)], read: [held] });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expectAllAccounted(outcome, 2);
  expect(heard.reads).toEqual([['K-0', 'K-1']]);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'written', idValue: 'K-0' }]);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'NO_OUTCOME', idValue: 'K-1', httpStatus: 200, attempted: true },
  ]);
  expect(failuresOf(outcome)[0]?.message).toMatch(reason);
});

it('each of them has a message of its own', async () => {
  const bodies = ['CANCELED', 'PENDING', 'PROCESSING', 'COMPLETE'].map((status) => ({
    status,
    results: [],
  }));
  hubspotAnswers({ upsert: bodies.map(ok) });
  const outcome = await upsertToHubspot({
    items: lineItems(bodies.length),
    parameters: { options: { batchSize: 1, maxConcurrency: 1 } },
  });
  expectAllAccounted(outcome, bodies.length);
  const messages = failuresOf(outcome).map(({ message }) => message);
  expect(new Set(messages).size).toBe(bodies.length);
});

it('results of a batch that is not COMPLETE count all the same', async () => {
  hubspotAnswers({
    upsert: [(inputs) => complete(inputs.map(resultFor), { status: 'PROCESSING' })],
  });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created' }, { outcome: 'created' }]);
});
