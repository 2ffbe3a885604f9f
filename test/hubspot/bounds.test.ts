import { cutDepth, shorten } from '../../nodes/HubspotBatchUpsert/hubspot/bounds';

describe('what HubSpot says at length', () => {
  it('ends after 2,000 characters, and says how many are left out', () => {
    expect(shorten('x'.repeat(2_000))).toBe('x'.repeat(2_000));
    expect(shorten('x'.repeat(3_500))).toBe(`${'x'.repeat(2_000)}… (1,500 more characters)`);
  });

  it('cuts no character in half', () => {
    const text = `${'x'.repeat(1_999)}🎁🎁`;
    expect(shorten(text)).toBe(`${'x'.repeat(1_999)}… (4 more characters)`);
  });

  it('ends after a hundred entries of a list, and says how many are left out', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index);
    expect(shorten(hundred)).toEqual(hundred);
    expect(shorten([...hundred, 100, 101])).toEqual([...hundred, '… and 2 more']);
  });

  it('is shortened wherever it stands, in a new object', () => {
    const said = { a: { b: ['y'.repeat(2_001)] }, c: 7, d: null };
    expect(shorten(said)).toEqual({
      a: { b: [`${'y'.repeat(2_000)}… (1 more character)`] },
      c: 7,
      d: null,
    });
    expect(said.a.b[0]).toHaveLength(2_001);
  });
});

describe('what is nested deeper than 16', () => {
  const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });

  it('is dropped from what is made anew', () => {
    const depth = JSON.stringify(shorten(nested(40))).split('"a"').length - 1;
    expect(depth).toBeLessThanOrEqual(16);
  });

  it('is taken out of what is cut in its place', () => {
    expect(cutDepth(nested(15))).toEqual(nested(15));
    expect(cutDepth(nested(40))).toEqual(nested(15));
  });
});
