import { CircuitBreaker } from '../../nodes/HubspotBatchUpsert/model/circuitBreaker';

/** Is it open after batches that ended so? Undefined is a batch of which a record was written. */
function isOpenAfter(...signatures: Array<string | undefined>): boolean {
  const breaker = new CircuitBreaker();
  for (const signature of signatures) breaker.count(signature);
  return breaker.isOpen;
}

describe('a circuit breaker', () => {
  it.each<[boolean, Array<string | undefined>]>([
    [false, []],
    [false, ['a']],
    [false, ['a', 'a']],
    [true, ['a', 'a', 'a']],
    [true, ['a', 'a', 'a', 'a']],
    [true, ['b', 'a', 'a', 'a']],
    [false, ['a', 'a', 'b']],
    [false, ['a', 'b', 'a']],
    [false, ['a', 'b', 'a', 'a']],
    [false, ['a', 'a', undefined, 'a']],
    [false, ['a', 'a', undefined, 'a', 'a']],
    [true, ['a', undefined, 'a', 'a', 'a']],
    [false, ['a', 'a', 'a', undefined]],
    [false, [undefined, undefined, undefined]],
  ])('is open: %p, after %j', (isOpen, signatures) => {
    expect(isOpenAfter(...signatures)).toBe(isOpen);
  });
});
