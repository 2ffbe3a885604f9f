import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { interpretPairs, NO_PAIRS } from '../../nodes/HubspotBatchUpsert/response/interpretPairs';
import { hubspotResponse } from '../support/hubspotResponse';
import { nameOf, pairsOf } from '../support/pairs';

const PAIRS = pairsOf('101>201', '101>202', '102>201', '103>203');
const NAMES = PAIRS.map(nameOf);

/** With pairs by their names, and failures by their messages. */
function interpreted(result: HttpResult, pairs = PAIRS) {
  const { associated, refused, unconfirmed, resend, toBisect, ...facts } = interpretPairs(
    result,
    pairs,
  );
  const named = (ends: typeof refused) =>
    Object.fromEntries(ends.map(([pair, { message }]) => [nameOf(pair), message]));
  return {
    ...facts,
    associated: associated.map(nameOf),
    refused: named(refused),
    unconfirmed: named(unconfirmed),
    resend: resend.map((part) => part.map(nameOf)),
    toBisect: toBisect.map(nameOf),
  };
}

const NOTHING = { ...NO_PAIRS, refused: {}, unconfirmed: {} };
const result = (name: string) => {
  const [id, to] = name.split('>');
  return { from: { id }, to: { id: to } };
};
const done = (results: string[], errors: object[] = [], status = 207) =>
  hubspotResponse(status, { results: results.map(result), errors });
const OPEN = 'HubSpot returned neither the association nor an error for it';

describe('an answer to all pairs', () => {
  it.each([200, 201, 207])('associates those that it has results for (%i)', (status) => {
    expect(interpreted(done(NAMES, [], status))).toEqual({ ...NOTHING, associated: NAMES });
  });

  it('leaves open what it says nothing of', () => {
    expect(interpreted(done(['101>202', '103>203', '999>201', '101>999']))).toEqual({
      ...NOTHING,
      associated: ['101>202', '103>203'],
      unconfirmed: { '101>201': OPEN, '102>201': OPEN },
    });
  });

  it.each([undefined, 'a page', { results: 'none' }])(
    'that is none (%j) leaves all open',
    (json) => {
      const { unconfirmed, ...rest } = interpreted(hubspotResponse(200, json));
      expect(Object.keys(unconfirmed)).toEqual(NAMES);
      expect(rest).toMatchObject({ associated: [], refused: {} });
    },
  );

  it('refuses the one that an error is about', () => {
    const errors = [
      { message: 'no', context: { ids: ['103'] } },
      { message: 'never', context: { fromObjectId: ['101'], toObjectId: ['202'] } },
    ];
    expect(interpreted(done(['101>201', '102>201'], errors))).toEqual({
      ...NOTHING,
      associated: ['101>201', '102>201'],
      refused: { '103>203': 'no', '101>202': 'never' },
    });
  });

  it('leaves open which of several an error is about, with what it says', () => {
    const errors = [{ message: 'full', context: { ids: ['201'] } }];
    expect(interpreted(done(['103>203'], errors))).toEqual({
      ...NOTHING,
      associated: ['103>203'],
      unconfirmed: { '101>201': 'full', '102>201': 'full', '101>202': OPEN },
    });
  });

  it('looks for whom an error is about among those without a result alone', () => {
    const errors = [{ message: 'full', context: { ids: ['201'] } }];
    expect(interpreted(done(['101>201', '101>202', '103>203'], errors)).refused).toEqual({
      '102>201': 'full',
    });
  });

  it('refuses a pair for one reason, the first', () => {
    const errors = [
      { message: 'first', context: { ids: ['203'] } },
      { message: 'second', context: { ids: ['203'] } },
    ];
    expect(interpreted(done(NAMES.slice(0, 3), errors)).refused).toEqual({ '103>203': 'first' });
  });

  it('has an error that names nobody be the reason for what it leaves open', () => {
    expect(interpreted(done(NAMES.slice(0, 3), [{ message: 'no' }])).unconfirmed).toEqual({
      '103>203': 'no',
    });
  });
});

describe('a refusal of the whole request', () => {
  const refusal = (body: object, status = 400) => hubspotResponse(status, body);

  it.each([400, 409, 422])('that names nobody is searched for in groups (%i)', (status) => {
    expect(interpreted(refusal({ message: 'no' }, status))).toEqual({
      ...NOTHING,
      toBisect: NAMES,
      isRefused: true,
    });
  });

  it('that names some has these sent by themselves, and then the others', () => {
    expect(interpreted(refusal({ message: 'no', context: { ids: ['201'] } }))).toEqual({
      ...NOTHING,
      resend: [
        ['101>201', '102>201'],
        ['101>202', '103>203'],
      ],
      isQuoted: true,
      isRefused: true,
    });
  });

  it('that names all says no more than one that names nobody', () => {
    const both = [PAIRS[0]!, PAIRS[2]!];
    expect(interpreted(refusal({ message: 'no', context: { ids: ['201'] } }), both)).toEqual({
      ...NOTHING,
      toBisect: ['101>201', '102>201'],
      isRefused: true,
    });
  });

  it.each([{ message: 'no' }, { message: 'no', context: { ids: ['101'] } }])(
    'of a single pair is that pair’s: %j',
    (body) => {
      expect(interpreted(refusal(body), [PAIRS[0]!])).toEqual({
        ...NOTHING,
        refused: { '101>201': 'no' },
        isRefused: true,
      });
    },
  );

  it.each<[object, number, string[][]]>([
    [{ message: 'The maximum number of inputs supported in a batch is 3. Reduce' }, 400, [NAMES.slice(0, 3), NAMES.slice(3)]], // prettier-ignore
    [{}, 413, [NAMES.slice(0, 2), NAMES.slice(2)]],
  ])('for its size (%j) has parts of it sent', (body, status, resend) => {
    expect(interpreted(refusal(body, status))).toEqual({ ...NOTHING, resend, isTooLarge: true });
  });

  it('for its size, of a single pair, is that pair’s', () => {
    expect(interpreted(refusal({ message: 'too large' }, 413), [PAIRS[0]!])).toMatchObject({
      refused: { '101>201': 'too large' },
      isRefused: true,
      isTooLarge: false,
    });
  });
});

it.each<[string, HttpResult, string]>([
  ['no answer', { kind: 'noResponse', reason: 'network', code: 'X', sent: true, message: 'gone' }, 'gone'], // prettier-ignore
  ['a request that n8n did not sign', { kind: 'authFailed', sent: false, message: 'reconnect' }, 'reconnect'], // prettier-ignore
  ['a status that tells no pair from another', hubspotResponse(404, { message: 'lost' }), 'lost'],
  ['trouble', hubspotResponse(503, { message: 'busy' }), 'busy'],
])('%s is the failure of all pairs', (_, result, message) => {
  expect(interpreted(result)).toEqual({
    ...NOTHING,
    refused: Object.fromEntries(NAMES.map((name) => [name, message])),
  });
});
