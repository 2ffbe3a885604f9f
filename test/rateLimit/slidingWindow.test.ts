import { SlidingWindow } from '../../nodes/HubspotBatchUpsert/rateLimit/slidingWindow';

const WINDOW_MS = 10_000;
/** Longer than any margin. */
const LITTLE_MS = 100;

function begin(requests = 10) {
  const window = new SlidingWindow({ requests, windowMs: WINDOW_MS });
  const send = (...times: number[]) => times.map((at) => window.add(1, at));
  return { window, send };
}

it('what was sent counts for a window', () => {
  const { window, send } = begin();
  send(0, 1_000, 2_000);
  expect(window.count(2_000)).toBe(3);
  expect(window.count(WINDOW_MS + LITTLE_MS)).toBe(2);
  expect(window.count(WINDOW_MS + 2_000 + LITTLE_MS)).toBe(0);
});

it('one more fits when enough have left the window', () => {
  const { window, send } = begin();
  send(0, 1_000, 2_000);
  expect(window.fitsAt(4)).toBe(-Infinity);
  expect(window.fitsAt(3)).toBeGreaterThan(WINDOW_MS);
  expect(window.fitsAt(3)).toBeLessThan(WINDOW_MS + LITTLE_MS);
  expect(window.fitsAt(2.9) - window.fitsAt(3)).toBe(1_000);
  expect(window.fitsAt(0) - window.fitsAt(3)).toBe(2_000);
});

it('a share of the limit looks at what was sent under it alone', () => {
  const { window } = begin();
  for (const at of [0, 1_000]) window.add(0.2, at);
  window.add(1, 500);
  expect(window.fitsAt(3, 0.2)).toBe(-Infinity);
  expect(window.fitsAt(2, 1)).toBe(-Infinity);
  expect(window.fitsAt(2, 0.2)).toBe(window.fitsAt(3));
});

it('what was not sent after all counts no longer', () => {
  const { window } = begin();
  const [first, second] = [window.add(0.1, 0), window.add(0.1, 0)];
  window.remove(first);
  window.remove(first);
  expect(window.count(0)).toBe(1);
  window.remove(second);
  expect(window.count(0)).toBe(0);
  expect(window.fitsAt(1, 0.1)).toBe(-Infinity);
});

describe('a request may be counted later than it was sent', () => {
  it('at the latest so long before its response as HubSpot takes at its fastest', () => {
    const { window, send } = begin(1);
    const [quick, late] = send(0, 1_000);
    window.onResponse(quick!, 300);
    window.onResponse(late!, 1_500);
    expect(window.fitsAt(1)).toBeGreaterThan(WINDOW_MS + 1_200);
    expect(window.fitsAt(1)).toBeLessThan(WINDOW_MS + 1_200 + LITTLE_MS);
  });

  it('or before the response to a later one', () => {
    const { window, send } = begin(1);
    const [late, quick] = send(1_000, 1_010);
    window.onResponse(quick!, 1_310);
    window.onResponse(late!, 1_900);
    expect(window.fitsAt(2)).toBeLessThan(WINDOW_MS + 1_010 + LITTLE_MS);
  });

  it('beside others that does not matter: they are sent when their place is free', () => {
    const { window, send } = begin(1);
    const [quick, late] = send(0, 1_000);
    window.onResponse(quick!, 300);
    window.onResponse(late!, 2_000);
    window.isExact = false;
    expect(window.fitsAt(1)).toBeLessThan(WINDOW_MS + 1_000 + LITTLE_MS);
    expect(window.count(WINDOW_MS + 1_000 + LITTLE_MS)).toBe(0);
    window.isExact = true;
    expect(window.count(WINDOW_MS + 1_000 + LITTLE_MS)).toBe(1);
  });

  it('how quick HubSpot is is forgotten after a while', () => {
    const { window, send } = begin();
    window.onResponse(send(0)[0]!, 10);
    for (let at = 1_000; at < 201_000; at += 1_000) window.onResponse(send(at)[0]!, at + 500);
    expect(window.latencyMs).toBe(500);
    expect(window.fitsAt(1)).toBeLessThan(WINDOW_MS + 200_000 + LITTLE_MS);
  });
});

it('tells how long HubSpot takes on the average', () => {
  const { window, send } = begin();
  expect(window.latencyMs).toBe(0);
  const [one, other] = send(0, 100);
  window.onResponse(one!, 200);
  window.onResponse(other!, 500);
  expect(window.latencyMs).toBe(300);
});

it('a request knows how many counted with it, and some may overtake it', () => {
  const { window, send } = begin();
  const [, second] = send(0, 1_000, 1_010, 1_500);
  window.onResponse(second!, 1_400);
  expect(window.around(second!, 2_000)).toEqual({
    sentAt: 1_000,
    ownCount: 2,
    mostOwn: 3,
    inUse: 4,
    roundTripMs: 400,
  });
});

it('what has left the window counts no longer with a request', () => {
  const { window, send } = begin();
  send(0, 1_000, 1_010, 1_500);
  expect(window.add(1, WINDOW_MS + 500).ownCount).toBe(4);
});

it('knows when the last one was sent', () => {
  const { window, send } = begin();
  expect(window.lastSentAt).toBe(-Infinity);
  send(0, 1_000);
  expect(window.lastSentAt).toBe(1_000);
});
