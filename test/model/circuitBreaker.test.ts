import { CircuitBreaker } from '../../nodes/HubspotBatchUpsert/model/circuitBreaker';

const batchOf = (size: number) => ({ members: Array<null>(size).fill(null) });

/** A record of a batch that failed: the batch, and why. Undefined is something that passed. */
type Event = [batch: object, key: string] | undefined;

function isOpenAfter(events: Event[], isAboutRecord = false): boolean {
  const breaker = new CircuitBreaker();
  for (const event of events) {
    if (event === undefined) breaker.reset();
    else
      breaker.countFailure(event[0] as ReturnType<typeof batchOf>, {
        key: event[1],
        isAboutRecord,
      });
  }
  return breaker.isOpen;
}

const failing = (records: number, size: number, key = 'a'): Event[] => {
  const batch = batchOf(size);
  return Array.from({ length: records }, () => [batch, key]);
};
const passed = [undefined];
const one = (key = 'a') => failing(1, 1, key);

describe('a circuit breaker', () => {
  it.each<[boolean, Event[][]]>([
    [false, []],
    [false, [one(), one()]],
    [true, [one(), one(), one()]],
    [true, [one(), one(), one(), one()]],
    [true, [one('b'), one(), one(), one()]],
    [false, [one(), one(), one('b')]],
    [false, [one(), one('b'), one(), one()]],
    [false, [one(), one(), passed, one(), one()]],
    [true, [one(), passed, one(), one(), one()]],
    [false, [one(), one(), one(), passed]],
    [true, [failing(2, 2), failing(2, 2), failing(2, 2)]],
    [false, [failing(2, 2), failing(2, 2), failing(1, 2)]],
    [true, [failing(20, 100), failing(20, 100), failing(20, 100)]],
    [false, [failing(19, 100), failing(20, 100), failing(20, 100)]],
  ])('is open: %p, after %j', (isOpen, events) => {
    expect(isOpenAfter(events.flat())).toBe(isOpen);
  });

  it.each<[boolean, Event[][]]>([
    [false, Array.from({ length: 59 }, () => one())],
    [true, Array.from({ length: 60 }, () => one())],
    [true, [failing(20, 100), failing(20, 100), failing(20, 100)]],
    [false, [failing(100, 100), failing(100, 100)]],
    [false, [failing(15, 15), failing(15, 15), failing(15, 15)]],
  ])('waits for more where rows may be wrong alike: open %p', (isOpen, events) => {
    expect(isOpenAfter(events.flat(), true)).toBe(isOpen);
  });
});
