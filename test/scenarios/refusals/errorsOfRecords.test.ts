import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import {
  complete,
  found,
  hubspotAnswers,
  notValid,
  resultFor,
  upsertToHubspot,
  type SentInput,
} from '../../support/answers';
import {
  expectAllAccounted,
  failedKeys,
  failuresOf,
  onlyFailureOf,
  writtenKeys,
} from '../../support/accounted';
import { CONFLICT, expectEnds, GOOD, temporary } from '../../support/ends';
import { itWithSample } from '../../support/samples';
import { sandboxForTest, takeSerial } from '../../support/sandbox';
import { strike } from '../../support/strike';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const NOT_A_NUMBER = notValid({
  name: 'price',
  error: 'INVALID_INTEGER',
  message: '1 was not a valid number',
});

/** An entry of `errors` about these inputs, or about nobody. */
function refusing(...inputs: SentInput[]) {
  const ids = inputs.map(({ objectWriteTraceId }) => objectWriteTraceId);
  return {
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: NOT_A_NUMBER,
    context: ids.length === 0 ? {} : { objectWriteTraceId: ids },
  };
}

it.each([200, 201, 207])('errors are read from a %i', async (status) => {
  hubspotAnswers({
    upsert: [
      ([first, second, third]) => {
        const results = [resultFor(first!), resultFor(third!)];
        return { ...complete(results, { errors: [refusing(second!)], numErrors: 1 }), status };
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-2']);
  expect(onlyFailureOf(outcome)).toMatchObject({
    category: 'VALIDATION_ERROR',
    code: 'INVALID_INTEGER',
    property: 'price',
    value: '1',
    httpStatus: status,
    idValue: 'K-1',
    retryable: false,
    attempted: true,
    stage: 'upsert',
  });
});

it('one error can name several records', async () => {
  hubspotAnswers({
    upsert: [
      ([first, second, third]) =>
        complete([resultFor(third!)], { errors: [refusing(first!, second!)] }),
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(failedKeys(outcome)).toEqual(['K-0', 'K-1']);
});

it('errors with their trace ids at the top are told to these records, each its own', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) => {
        const errors = inputs.slice(0, 2).map(({ id, objectWriteTraceId }) => ({
          status: 'error',
          category: 'VALIDATION_ERROR',
          message: id === 'K-0' ? 'No. one of them' : 'No. two of them',
          objectWriteTraceId,
        }));
        return complete(inputs.slice(2).map(resultFor), { errors: errors.reverse() });
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-0', message: 'No. one of them', retryable: false },
    { idValue: 'K-1', message: 'No. two of them', retryable: false },
  ]);
});

it('an error that names nobody refuses the only record without a result', async () => {
  hubspotAnswers({
    upsert: [(inputs) => complete(inputs.slice(1).map(resultFor), { errors: [refusing()] })],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(onlyFailureOf(outcome)).toMatchObject({
    category: 'VALIDATION_ERROR',
    idValue: 'K-0',
    retryable: false,
  });
  expect(onlyFailureOf(outcome).message).toContain('not a valid number');
});

it.each<[string, FaultAction]>([
  ['the value that it objects to', { kind: 'errorsWithoutContext' }],
  ['the id', { kind: 'errorsNameIds' }],
])('an error without a trace id is the record’s whose it names by %s', async (_, fault) => {
  const struck = await strike({ fault });
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: GOOD });
});

it('an error that names a trace id that was never sent is nobody’s: who it may be about is read back', async () => {
  const struck = await strike({ fault: { kind: 'foreignTraceIds' } });
  const ends = ['created', temporary('NO_OUTCOME', 207), 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 1, held: GOOD });
});

it.each<[string, FaultAction]>([
  ['there are more errors than inputs', { kind: 'extraErrors', count: 5 }],
  ['numErrors says none', { kind: 'numErrors', numErrors: 0 }],
  ['numErrors says ninety-nine', { kind: 'numErrors', numErrors: 99 }],
])('where %s, each item still gets its own', async (_, fault) => {
  const struck = await strike({ fault });
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: GOOD });
});

it('an error that only quotes a record without a result says nothing for sure: it is read back', async () => {
  const heard = hubspotAnswers({
    upsert: [
      (inputs) =>
        complete(inputs.slice(2).map(resultFor), {
          errors: [{ status: 'error', category: 'VALIDATION_ERROR', message: 'Too near to "K-0"' }],
        }),
    ],
    read: [found([{ invoice_line_key: 'K-0', name: 'Row 0', price: '0' }])],
  });
  const outcome = await upsertToHubspot({ items: lineItems(4) });
  expectAllAccounted(outcome, 4);
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-2', 'K-3']);
  expect(failedKeys(outcome)).toEqual(['K-1']);
  expect(heard.reads).toEqual([['K-0', 'K-1']]);
});

it('ten errors among a hundred records cost no more requests', async () => {
  const sandbox = await sandboxForTest();
  takeSerial(sandbox, 'taken');
  const items = lineItems(100).map((item, index) =>
    index % 10 === 3 ? { ...item, serial: 'taken' } : item,
  );
  const outcome = await upsert({ items, credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 100);
  expect(failedKeys(outcome)).toEqual([...Array(10).keys()].map((ten) => `K-${ten * 10 + 3}`));
  expect(sandbox.log.upserts()).toHaveLength(1);
});

it('a trace id that looks a little like a key finds its record all the same', async () => {
  hubspotAnswers({
    upsert: [([first, second]) => complete([resultFor(first!)], { errors: [refusing(second!)] })],
  });
  const items = lineItems(2).map((item, index) => ({ ...item, trace: `pat-na${index}-anna` }));
  const options = { objectWriteTraceId: '={{ $json.trace }}' };
  const outcome = await upsertToHubspot({ items, parameters: { options } });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'VALIDATION_ERROR', idValue: 'K-1', objectWriteTraceId: 'pat-na1-anna' },
  ]);
});

itWithSample(
  'docs.207.batch-create.trace-ids.json',
  'the traced error is that item’s; a result without trace id and key is nobody’s',
  async (sample) => {
    hubspotAnswers({ upsert: [sample] });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', missing: 'x', trace: '549b1c2a9351' },
        { invoice_line_key: 'B', trace: '549b1c2a9350' },
      ],
      parameters: {
        options: { objectWriteTraceId: '={{ $json.trace }}', unknownFields: 'send' },
      },
    });
    expectAllAccounted(outcome, 2);
    expect(failuresOf(outcome)).toMatchObject([
      {
        category: 'VALIDATION_ERROR',
        code: 'PROPERTY_DOESNT_EXIST',
        message: 'Property "missing" does not exist',
        property: 'missing',
        value: 'x',
        httpStatus: 207,
        objectWriteTraceId: '549b1c2a9351',
      },
      { category: 'NO_OUTCOME', idValue: 'B' },
    ]);
  },
);
