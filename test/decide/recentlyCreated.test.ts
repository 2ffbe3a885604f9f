import { RecentlyCreated } from '../../nodes/HubspotBatchUpsert/decide/recentlyCreated';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';

const byDomain = new Target('companies', 'domain', undefined, 'search');
const company = (id: string, target = byDomain) => ({ target, id, properties: {} });
const TEN_MINUTES = 600_000;

it('what was created is known for ten minutes, by any spelling of its value', () => {
  const created = new RecentlyCreated();
  created.note(company('www.A.example'), '7', 1_000);
  expect(created.idOf(company('a.example'), 1_000)).toBe('7');
  expect(created.idOf(company('a.example'), 1_000 + TEN_MINUTES)).toBe('7');
  expect(created.idOf(company('a.example'), 1_001 + TEN_MINUTES)).toBeUndefined();
  expect(created.idOf(company('b.example'), 1_000)).toBeUndefined();
});

it('what upper case alone makes alike is not the record that was created', () => {
  const created = new RecentlyCreated();
  created.note(company('maße.example'), '7', 0);
  expect(created.idOf(company('masse.example'), 0)).toBeUndefined();
});

it('object types and properties are told apart', () => {
  const created = new RecentlyCreated();
  created.note(company('A'), '7', 0);
  const others = [
    new Target('deals', 'domain', undefined, 'search'),
    new Target('companies', 'name', undefined, 'search'),
  ];
  for (const target of others) expect(created.idOf(company('A', target), 0)).toBeUndefined();
});

it('of two the later one is known', () => {
  const created = new RecentlyCreated();
  created.note(company('a.example'), '7', 0);
  created.note(company('b.example'), '8', 1);
  created.note(company('a.example'), '9', TEN_MINUTES);
  created.note(company('c.example'), '10', TEN_MINUTES + 2);
  expect(created.idOf(company('a.example'), TEN_MINUTES + 2)).toBe('9');
  expect(created.idOf(company('b.example'), 1)).toBeUndefined();
});

it('the oldest are forgotten where there are too many', () => {
  const created = new RecentlyCreated();
  for (let n = 0; n <= 50_000; n += 1) created.note(company(`${n}.example`), String(n), 0);
  expect(created.idOf(company('0.example'), 0)).toBeUndefined();
  expect(created.idOf(company('1.example'), 0)).toBe('1');
  expect(created.idOf(company('50000.example'), 0)).toBe('50000');
});

it('it is old when the last of it was created ten minutes ago', () => {
  const created = new RecentlyCreated();
  expect(created.isOld(0)).toBe(true);
  created.note(company('a.example'), '7', 0);
  created.note(company('b.example'), '8', 1_000);
  expect(created.isOld(1_000 + TEN_MINUTES)).toBe(false);
  expect(created.isOld(1_001 + TEN_MINUTES)).toBe(true);
});
