import { RefusedBatch } from '../../nodes/HubspotBatchUpsert/delivery/refusedBatch';
import { NO_REMAINDER, type Remainder } from '../../nodes/HubspotBatchUpsert/delivery/stage';
import { Turns } from '../../nodes/HubspotBatchUpsert/delivery/turns';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { lineItems, writesOf } from '../support/delivering';

type Left = Remainder<RecordWrite>;
const remainder = (facts: Partial<Left> = {}): Left => ({ ...NO_REMAINDER, ...facts });
const TAKEN = remainder({ isTaken: true });
const REFUSED = remainder({ isRefused: true });
const NAMED = remainder({ isNamed: true });
const TOO_LARGE = remainder({ isTooLarge: true });
const NO_RESPONSE = remainder();

function setUp(...ids: string[]) {
  const target = lineItems();
  const writes = writesOf(target, ...ids);
  const turns = new Turns();
  return { target, writes, turns, refused: new RefusedBatch({ target, members: writes }, turns) };
}

/** Does the batch wait for its turn, where another one has it? */
async function waits({ refused, turns }: ReturnType<typeof setUp>): Promise<boolean> {
  const end = await turns.take();
  let goesOn = false;
  const turn = refused.turn().then(() => (goesOn = true));
  for (let chance = 0; chance < 5; chance += 1) await Promise.resolve();
  const isWaiting = !goesOn;
  end?.();
  await turn;
  refused.end();
  return isWaiting;
}

describe('a turn is waited for', () => {
  it.each<[string, Left[], boolean]>([
    ['three refusals', [REFUSED, REFUSED, REFUSED], true],
    ['three refusals that name records', [NAMED, NAMED, NAMED], true],
    ['three refusals of its size', [TOO_LARGE, TOO_LARGE, TOO_LARGE], true],
    ['two refusals', [REFUSED, REFUSED], false],
    ['requests without a response', [NO_RESPONSE, NO_RESPONSE, NO_RESPONSE], false],
    ['something was taken', [REFUSED, REFUSED, REFUSED, TAKEN], false],
  ])('after %s', async (_, remainders, isWaiting) => {
    const all = setUp('A', 'B');
    for (const each of remainders) all.refused.takeIn(each, 1, 0);
    expect(await waits(all)).toBe(isWaiting);
  });

  it('by no batch that was not refused itself', async () => {
    const all = setUp('A', 'B');
    for (let refusal = 0; refusal < 5; refusal += 1) all.target.breaker.countRefusal();
    expect(await waits(all)).toBe(false);
    all.refused.takeIn(NO_RESPONSE, 1, 0);
    expect(await waits(all)).toBe(false);
  });

  it.each([
    [19, 0, false],
    [19, 1, true],
    [20, 0, true],
  ])('and given up after %i and %i failures: %p', async (first, second, isGivenUp) => {
    const { target, refused, turns } = setUp('A', 'B');
    for (let refusal = 0; refusal < 3; refusal += 1) target.breaker.countRefusal();
    refused.takeIn(REFUSED, 2, 0);
    await refused.turn();
    refused.takeIn(REFUSED, 1, first);
    refused.takeIn(REFUSED, 1, second);
    let isFree = false;
    void turns.take().then(() => (isFree = true));
    for (let chance = 0; chance < 5; chance += 1) await Promise.resolve();
    expect(isFree).toBe(isGivenUp);
  });

  it('no longer where HubSpot takes something of another batch', async () => {
    const { target, refused, turns, writes } = setUp('A', 'B');
    for (let refusal = 0; refusal < 3; refusal += 1) target.breaker.countRefusal();
    refused.takeIn(REFUSED, 2, 0);
    await turns.take();
    const turn = refused.turn();
    new RefusedBatch({ target, members: writes }, turns).takeIn(TAKEN, 2, 0);
    await expect(turn).resolves.toBeUndefined();
    expect(target.breaker.isSuspicious).toBe(false);
  });
});

describe('failures that may be everybody’s', () => {
  it('are none where HubSpot takes something', () => {
    const { refused, writes } = setUp('A', 'B');
    expect(refused.concerned(TAKEN, writes)).toEqual([]);
  });

  it('are none after one refusal that names records, and all of the batch after the next', () => {
    const { refused, writes } = setUp('A', 'B', 'C');
    expect(refused.concerned(NAMED, writes)).toEqual([]);
    refused.takeIn(NAMED, 3, 0);
    expect(refused.concerned(NAMED, writes.slice(1))).toEqual(writes);
    refused.takeIn(NAMED, 2, 2);
    expect(refused.concerned(NAMED, writes.slice(2))).toEqual(writes.slice(2));
  });

  it('are those of a batch of one, which nobody needs to name', () => {
    const { refused, writes } = setUp('A');
    expect(refused.concerned(NAMED, writes)).toEqual(writes);
  });

  it('are those of the request alone once HubSpot took a part of the batch', () => {
    const { refused, writes } = setUp('A', 'B', 'C');
    refused.takeIn(TOO_LARGE, 3, 0);
    refused.takeIn(TAKEN, 2, 0);
    expect(refused.concerned(REFUSED, writes.slice(2))).toEqual(writes.slice(2));
  });
});

it.each([
  [10, false],
  [11, true],
])(
  'after %i refusals that name some the rest is to be tested in groups: %p',
  (namings, isTested) => {
    const { refused } = setUp('A', 'B');
    for (let naming = 0; naming < namings; naming += 1) refused.takeIn(NAMED, 2, 0);
    expect(refused.namesTooMany).toBe(isTested);
    refused.takeIn(TAKEN, 1, 0);
    expect(refused.namesTooMany).toBe(false);
  },
);

it.each<[string, Array<[Left, number]>, number | undefined]>([
  [
    'nothing where HubSpot objects to no size',
    [
      [REFUSED, 100],
      [TAKEN, 50],
    ],
    undefined,
  ],
  [
    'nothing where every size is too large',
    [
      [TOO_LARGE, 100],
      [TOO_LARGE, 1],
    ],
    undefined,
  ],
  [
    'the largest that was taken',
    [
      [TOO_LARGE, 100],
      [TAKEN, 50],
      [TAKEN, 20],
    ],
    50,
  ],
  [
    'the largest that was refused for what it holds',
    [
      [TOO_LARGE, 100],
      [REFUSED, 50],
      [TAKEN, 3],
    ],
    50,
  ],
  [
    'the largest that was refused by name',
    [
      [TOO_LARGE, 100],
      [NAMED, 50],
      [TAKEN, 49],
    ],
    50,
  ],
  [
    'not what got no response',
    [
      [TOO_LARGE, 100],
      [NO_RESPONSE, 50],
      [TAKEN, 25],
    ],
    25,
  ],
])('a request may hold %s', (_, requests, allowed) => {
  const { refused } = setUp('A', 'B');
  for (const [each, sent] of requests) refused.takeIn(each, sent, 0);
  expect(refused.allowedAtOnce).toBe(allowed);
});

describe('a refusal that quotes values', () => {
  const MANY = [...Array(100).keys()].map((index) => `K-${index}`);
  const quoting = ({ writes }: ReturnType<typeof setUp>): Left =>
    remainder({ isQuoted: true, isRefused: true, resend: [writes.slice(0, 1), writes.slice(1)] });
  const inGroups = ({ writes }: ReturnType<typeof setUp>): Left =>
    remainder({ isRefused: true, toBisect: writes });

  it('is followed five times', () => {
    const all = setUp(...MANY);
    for (let time = 1; time <= 5; time += 1) {
      expect(all.refused.heed(quoting(all))).toEqual(quoting(all));
      expect(all.refused.heed(REFUSED)).toEqual(REFUSED);
    }
    expect(all.refused.heed(quoting(all))).toEqual(inGroups(all));
  });

  it.each([
    [7, 0],
    [8, 1],
    [16, 2],
    [100, 5],
  ])('of %i records is followed %i times at most', (count, times) => {
    const all = setUp(...MANY.slice(0, count));
    let followed = 0;
    while (followed < 10 && all.refused.heed(quoting(all)).isQuoted) followed += 1;
    expect(followed).toBe(times);
  });

  it('is followed no more where HubSpot took what it quoted', () => {
    const all = setUp(...MANY);
    all.refused.heed(quoting(all));
    expect(all.refused.heed(TAKEN)).toEqual(TAKEN);
    expect(all.refused.heed(quoting(all))).toEqual(inGroups(all));
  });

  it('is followed where HubSpot took something else', () => {
    const all = setUp(...MANY);
    all.refused.heed(TAKEN);
    all.refused.heed(quoting(all));
    all.refused.heed(REFUSED);
    all.refused.heed(TAKEN);
    expect(all.refused.heed(quoting(all))).toEqual(quoting(all));
  });
});
