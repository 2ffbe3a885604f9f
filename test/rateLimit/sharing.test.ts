import { see, startSharing, type Sharing } from '../../nodes/HubspotBatchUpsert/rateLimit/sharing';

const LIMIT = { limit: 180, windowMs: 10_000 };
const MAY_OVERTAKE = 5;

/** One answer after the other, 100 ms apart, each with the requests of this process and of all. */
function seen(...answers: Array<[own: number, used: number]>): Sharing {
  const sharing = startSharing(LIMIT.limit);
  answers.forEach(([own, used], index) =>
    see(sharing, { at: index * 100, own, most: own + MAY_OVERTAKE, used }, LIMIT, own),
  );
  return sharing;
}

const repeated = (times: number, own: number, used: number) =>
  Array.from({ length: times }, (): [number, number] => [own, used]);

it('begins with a part of the limit, since nobody knows who else is there', () => {
  expect(startSharing(180).claim).toBe(45);
});

describe('alone', () => {
  it('claims almost everything in a few steps, and leaves a door open for one who comes later', () => {
    expect(seen([1, 1]).claim).toBe(46);
    expect(seen([1, 1], [46, 46], [90, 90]).claim).toBe(135);
    expect(seen([1, 1], [46, 46], [90, 90], [135, 135]).claim).toBe(178);
  });

  it('is not misled by requests that overtook each other', () => {
    expect(seen(...repeated(5, 150, 150), [150, 153], [150, 148], [150, 152]).claim).toBe(178);
  });

  it('claims as much where windows begin anew', () => {
    expect(seen([150, 150], [160, 20], [165, 25]).claim).toBe(178);
  });
});

describe('beside others', () => {
  it('takes a first small step at the first sight of them', () => {
    expect(seen([1, 5]).claim).toBe(7.5);
  });

  it('keeps what it has sent before it saw them', () => {
    expect(seen([1, 1], [40, 40], ...repeated(9, 40, 120)).claim).toBeGreaterThanOrEqual(40);
  });

  it('grows only once its last step was seen to fit', () => {
    const first = seen([1, 61]);
    expect(seen([1, 61], [5, 65]).claim).toBe(first.claim);
    expect(seen([1, 61], [7, 67]).claim).toBeGreaterThan(first.claim);
  });

  it('waits while the others grow', () => {
    const resting = seen([1, 61], [4, 64], [7, 67]).claim;
    const growing = seen([1, 11], [4, 24], [7, 67]).claim;
    expect(growing).toBeLessThan(resting);
  });

  it('fills what a steady consumer leaves over, and no more', () => {
    const sharing = startSharing(LIMIT.limit);
    for (let round = 0; round < 200; round += 1) {
      const own = Math.floor(sharing.claim);
      see(sharing, { at: round * 1_000, own, most: own, used: own + 90 }, LIMIT, own);
    }
    expect(sharing.claim).toBeGreaterThan(0.92 * 90);
    expect(sharing.claim).toBeLessThan(90);
  });

  it('gives way in proportion where more is used than there is', () => {
    expect(seen([60, 60], ...repeated(9, 60, 180)).claim).toBeCloseTo(60 * 0.98);
    expect(seen([60, 60], ...repeated(9, 60, 200)).claim).toBeCloseTo((60 * 0.98 * 180) / 200);
  });

  it('grows by no more than a tenth of a window of room at a time', () => {
    expect(seen([60, 70]).claim).toBe(70);
  });

  it('has requests missing for a moment, and does not give them up where there is a place left', () => {
    expect(seen([60, 150], [50, 178]).claim).toBeCloseTo((60 * 0.98 * 180) / 178);
    expect(seen([60, 150], [50, 180]).claim).toBeCloseTo(50 * 0.98);
    expect(seen([60, 150], [20, 180]).claim).toBeCloseTo(35 * 0.98);
  });

  it('is not misled where windows begin anew: others are still there', () => {
    const before = seen([1, 91], [20, 110]);
    const after = seen([1, 91], [20, 110], [20, 3], [20, 5]);
    expect(after.claim).toBe(before.claim);
  });

  it('is alone again a window after they were last seen', () => {
    const sharing = seen(...repeated(9, 30, 120));
    for (let index = 0; index < 9; index += 1) {
      see(sharing, { at: 10_900 + index, own: 30, most: 30, used: 30 }, LIMIT, 30);
    }
    expect(sharing.claim).toBeGreaterThanOrEqual(75);
  });

  it('sees a single one where more counted than can be its own', () => {
    const sharing = seen(...repeated(9, 178, 178));
    see(sharing, { at: 900, own: 178, most: 178, used: 179 }, LIMIT, 178);
    expect(sharing.othersUntil).toBe(10_900);
  });

  it('claims something however much others take', () => {
    expect(seen([1, 61], ...repeated(50, 0, 180)).claim).toBeCloseTo(180 / 48);
  });

  it('has a small one keep what it has where all are close together, and take of any room', () => {
    expect(seen([7, 175], ...repeated(9, 7, 178)).claim).toBeGreaterThanOrEqual(7);
    expect(seen([1, 150], [5, 154]).claim).toBe(7.5);
    expect(seen([1, 150], [7, 160]).claim).toBeCloseTo(7.5 + (0.98 * 180 - 160) / 8);
    expect(seen([1, 150], [7, 179]).claim).toBe(7.5);
  });

  it('has the greatest give way, and hold still until others have had their time', () => {
    const sharing = seen([170, 178], [170, 178]);
    expect(sharing.claim).toBeLessThan(170 * 0.95);
    sharing.claim = 150;
    const own = 150;
    see(sharing, { at: 15_000, own, most: own, used: own + 8 }, LIMIT, own);
    expect(sharing.claim).toBe(150);
    see(sharing, { at: 21_000, own, most: own, used: own + 8 }, LIMIT, own);
    expect(sharing.claim).toBeGreaterThan(150);
  });
});
