import {
  allCreated,
  complete,
  found,
  hubspotAnswers,
  resultFor,
  upsertToHubspot,
} from '../../support/answers';
import { expectAllAccounted, onlyFailureOf } from '../../support/accounted';
import { CONFLICT, expectEnds, GOOD } from '../../support/ends';
import { strike } from '../../support/strike';
import { lineItems } from '../../support/upsert';

it('where all results are missing, one read-back tells what HubSpot holds', async () => {
  const struck = await strike({ fault: { kind: 'dropResults' } });
  const ends = ['written', CONFLICT, 'written'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 1, held: GOOD });
});

it.each([
  ['is missing', []],
  ['is another batch’s', [{ kind: 'foreignResults', count: 1 } as const]],
])('where one result %s, only its record is read back', async (_, more) => {
  const struck = await strike({
    fault: [{ kind: 'dropResults', count: 1 }, ...more],
    sandbox: { shuffleResults: false },
  });
  const ends = ['written', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 1, held: GOOD });
  expect(struck.sandbox.log.of('read')[0]?.inputIds).toEqual(['K-0']);
});

it.each([
  ['does not hold', []],
  ['holds with other values', [{ invoice_line_key: 'K-0', name: 'old name', price: '0' }]],
])('a record without a result that HubSpot %s is never called written', async (_, records) => {
  const heard = hubspotAnswers({
    upsert: [(inputs) => complete(inputs.slice(1).map(resultFor))],
    read: [found(records)],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(heard.reads).toEqual([['K-0']]);
  expect(onlyFailureOf(outcome)).toMatchObject({
    category: 'NO_OUTCOME',
    idValue: 'K-0',
    attempted: true,
    httpStatus: 200,
    retryable: true,
  });
});

it('a result and an error for the same record contradict each other: HubSpot’s store decides', async () => {
  const heard = hubspotAnswers({
    upsert: [
      (inputs) => {
        const context = { objectWriteTraceId: [inputs[0]!.objectWriteTraceId] };
        const error = { status: 'error', category: 'VALIDATION_ERROR', message: 'no', context };
        const { body } = allCreated(inputs);
        return { status: 207, body: { ...(body as object), errors: [error] } };
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expectAllAccounted(outcome, 2);
  expect(heard.reads).toEqual([['K-0']]);
  expect(onlyFailureOf(outcome)).toMatchObject({ idValue: 'K-0' });
});
