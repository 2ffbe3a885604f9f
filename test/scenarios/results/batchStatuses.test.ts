import { found, hubspotAnswers, ok, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { itWithSample } from '../../support/samples';
import { lineItems } from '../../support/upsert';

const held = found([{ invoice_line_key: 'K-0', name: 'Row 0', price: '0' }]);

it.each([
  ['CANCELED', { status: 'CANCELED', results: [] }, /cancel/i],
  ['PENDING', { status: 'PENDING', results: [] }, /PENDING/],
  ['PROCESSING', { status: 'PROCESSING', results: [] }, /PROCESSING/],
  ['an empty COMPLETE', { status: 'COMPLETE', results: [] }, /complete.*no record/i],
  ['COMPLETE without results', { status: 'COMPLETE' }, /complete.*no record/i],
  ['an object of another kind', { hello: 'world' }, /neither a result nor an error/i],
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

itWithSample(
  'silent-noop.200.missing-inputs-wrapper.json',
  'COMPLETE without results is looked up, and not called written',
  async (sample) => {
    const heard = hubspotAnswers({ upsert: [sample] });
    const outcome = await upsertToHubspot({ items: lineItems(2) });
    expectAllAccounted(outcome, 2);
    expect(heard.reads).toEqual([['K-0', 'K-1']]);
    const unknown = { category: 'NO_OUTCOME', httpStatus: 200, attempted: true };
    expect(failuresOf(outcome)).toMatchObject([unknown, unknown]);
  },
);
