import { Forecast } from '../../nodes/HubspotBatchUpsert/rateLimit/forecast';

const ROUND_TRIP_MS = 1_000;

function forecastOf(...seen: Array<[at: number, remaining: number]>): number {
  const forecast = new Forecast();
  for (const [at, remaining] of seen) forecast.add(remaining, ROUND_TRIP_MS, at);
  return forecast.remaining();
}

it('what remains will remain, where it stays the same', () => {
  expect(forecastOf([0, 50], [500, 50])).toBe(50);
});

it('what rises may fall again to its lowest', () => {
  expect(forecastOf([0, 50], [300, 40], [500, 60])).toBe(40);
});

it('what falls goes on falling, to nothing at the most', () => {
  expect(forecastOf([0, 50], [500, 40])).toBe(30);
  expect(forecastOf([0, 50], [500, 20])).toBe(0);
});

it('looks back on one round trip', () => {
  expect(forecastOf([0, 100], [1_000, 40])).toBe(0);
  expect(forecastOf([0, 100], [1_001, 40])).toBe(40);
});

it('expects nothing as long as nothing was seen', () => {
  expect(forecastOf()).toBe(0);
});
