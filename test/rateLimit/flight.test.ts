import {
  isFull,
  noteArrival,
  noteDeparture,
  noteReleased,
  startFlight,
  type Flight,
} from '../../nodes/HubspotBatchUpsert/rateLimit/flight';

const LIMIT = { limit: 200, windowMs: 10_000 };

/** Requests that can leave at once. */
function depart(flight: Flight): number {
  let departed = 0;
  for (; !isFull(flight, LIMIT); departed += 1) noteDeparture(flight);
  return departed;
}

function arrive(flight: Flight, count: number, end: 'success' | 'overload' | 'other', at: number) {
  for (let number = 0; number < count; number += 1) noteArrival(flight, end, LIMIT, at - 500, at);
}

it('fills the limit in a tenth of the window, at the latency that is known', () => {
  const flight = startFlight();
  noteDeparture(flight);
  noteArrival(flight, 'success', LIMIT, 0, 300);
  expect(depart(flight)).toBe(60);
});

it.each([
  [1, 4],
  [50, 10],
  [5_000, 1_000],
])('at a latency of %d ms %d are enough', (latency, enough) => {
  const flight = startFlight();
  noteDeparture(flight);
  noteArrival(flight, 'success', LIMIT, 0, latency);
  expect(depart(flight)).toBe(enough);
});

it('follows a latency that changes', () => {
  const flight = startFlight();
  for (let at = 0; at < 100; at += 1) {
    noteDeparture(flight);
    noteArrival(flight, 'success', LIMIT, at, at + (at < 50 ? 100 : 1_000));
  }
  expect(depart(flight)).toBeGreaterThan(195);
});

it('halves once for all that were under way together when HubSpot is overloaded', () => {
  const flight = startFlight();
  expect(depart(flight)).toBe(100);
  arrive(flight, 100, 'overload', 1_000);
  expect(depart(flight)).toBe(50);
  arrive(flight, 50, 'overload', 2_000);
  expect(depart(flight)).toBe(25);
});

it('never stops altogether', () => {
  const flight = startFlight();
  for (let at = 1_000; at < 20_000; at += 1_000) arrive(flight, depart(flight), 'overload', at);
  expect(depart(flight)).toBe(1);
});

it('comes back by one with every round of successes, up to what is enough', () => {
  const flight = startFlight();
  arrive(flight, depart(flight), 'overload', 1_000);
  arrive(flight, depart(flight), 'overload', 2_000);
  const rounds: number[] = [];
  for (let at = 3_000; rounds.length < 100; at += 1_000) {
    rounds.push(depart(flight));
    arrive(flight, flight.underWay, 'success', at);
  }
  expect(rounds.slice(0, 3)).toEqual([25, 25, 26]);
  expect(rounds.at(-1)).toBe(100);
});

it('an answer that says nothing of overload changes nothing', () => {
  const flight = startFlight();
  arrive(flight, depart(flight), 'other', 1_000);
  expect(depart(flight)).toBe(100);
});

it('a request that did not leave after all makes room for another', () => {
  const flight = startFlight();
  const most = depart(flight);
  noteReleased(flight);
  expect(depart(flight)).toBe(1);
  expect(flight.underWay).toBe(most);
});
