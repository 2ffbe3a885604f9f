import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { findStored, isConfirmed } from '../../nodes/HubspotBatchUpsert/response/confirm';
import { writeOf as writeWithoutDefinitions } from '../support/write';

const definitions = toPropertyDefinitions([
  { name: 'price', type: 'number' },
  { name: 'day', type: 'date' },
  { name: 'moment', type: 'datetime' },
  { name: 'tags', type: 'enumeration' },
  { name: 'name', type: 'string' },
  { name: 'email', type: 'string' },
]);
const target = new Target('line_items', 'sku', definitions);
const writeOf = (id: string, properties = {}, more: Partial<RecordWrite> = {}) =>
  writeWithoutDefinitions(id, properties, { target, ...more });

/** The records of `writes` that HubSpot holds as they were sent. */
function confirmed(writes: RecordWrite[], found: RecordResult[], batch = writes) {
  const stored = findStored(writes, found, batch);
  return new Map([...stored].filter(([write, record]) => isConfirmed(write, record, found)));
}

describe('a write counts as done where HubSpot holds what was sent', () => {
  it.each<[string, Record<string, string>, Record<string, unknown>, boolean]>([
    ['the same text', { name: 'a' }, { name: 'a' }, true],
    ['another text', { name: 'a' }, { name: 'A' }, false],
    ['a number written otherwise', { price: '2.50' }, { price: '2.5' }, true],
    ['another number', { price: '2.5' }, { price: '2.51' }, false],
    [
      'another number of more digits than a float holds',
      { price: '12345678901234567890' },
      { price: '12345678901234567891' },
      false,
    ],
    ['two texts that are no numbers', { price: 'abc' }, { price: 'abd' }, false],
    ['a day in milliseconds', { day: '2024-03-05' }, { day: '1709596800000' }, true],
    ['a day before 1970', { day: '1969-12-31' }, { day: '-86400000' }, true],
    ['another day', { day: '2024-03-05' }, { day: '2024-03-06' }, false],
    [
      'another moment',
      { moment: '2024-03-05T14:00:00Z' },
      { moment: '2024-03-05T14:00:01Z' },
      false,
    ],
    [
      'a moment in another form',
      { moment: '2024-03-05T14:00:00.000Z' },
      { moment: '2024-03-05T14:00:00Z' },
      true,
    ],
    ['options in another order', { tags: 'a;b' }, { tags: 'b;a' }, true],
    ['fewer options', { tags: 'a;b' }, { tags: 'a' }, false],
    ['more options', { tags: 'a' }, { tags: 'a;b' }, false],
    ['one other option', { tags: 'a;b' }, { tags: 'a;c' }, false],
    ['an option sent twice', { tags: 'a;b;a' }, { tags: 'a;b' }, true],
    ['added options of which one is not there', { tags: ';a;b' }, { tags: 'a;c' }, false],
    ['added options among others', { tags: ';b' }, { tags: 'a;b' }, true],
    ['a cleared value', { name: '' }, { name: null }, true],
    ['a value that was not cleared', { name: '' }, { name: 'a' }, false],
    ['an e-mail address in another case', { email: 'Ann@x.io' }, { email: 'ann@x.io' }, true],
    ['another e-mail address', { email: 'ann@x.io' }, { email: 'bob@x.io' }, false],
    ['nothing where a blank was sent', { email: ' ' }, { email: '' }, false],
    ['a blank where nothing was sent', { email: '' }, { email: ' ' }, false],
    ['a text that HubSpot does not describe', { size: 'M' }, { size: 'M' }, true],
    ['another one in another case', { size: 'M' }, { size: 'm' }, false],
    ['a property that is not there', { name: 'a' }, {}, false],
    ['nothing but the record itself', {}, {}, true],
  ])('%s', (_, sent, held, expected) => {
    const write = writeOf('A', sent);
    const found = [{ id: '1', properties: { sku: 'A', ...held } }];
    expect(confirmed([write], found).has(write)).toBe(expected);
  });

  it('and not where another record was found', () => {
    const found = [{ id: '1', properties: { sku: 'B', name: 'a' } }];
    expect(confirmed([writeOf('A', { name: 'a' })], found).size).toBe(0);
  });

  it('and where one of several keys that differ by case alone finds nothing', () => {
    const writes = ['K-1', 'k-1', '\u212a-1'].map((id) => writeOf(id, { name: id }));
    const found = ['K-1', 'k-1'].map((sku) => ({ id: sku, properties: { sku, name: sku } }));
    expect([...confirmed(writes, found).keys()]).toEqual(writes.slice(0, 2));
  });

  it('and not by the record of a key that differs by case alone', () => {
    const found = [{ id: '1', properties: { sku: 'a', name: 'x' } }];
    const writes = ['A', 'a'].map((id) => writeOf(id, { name: 'x' }));
    expect([...confirmed(writes, found).keys()]).toEqual([writes[1]]);
  });

  it('and without the definitions only what is the same to the letter', () => {
    const found = [{ id: '1', properties: { sku: 'A', price: '2.5' } }];
    expect(confirmed([writeWithoutDefinitions('A', { price: '2.5' })], found).size).toBe(1);
    expect(confirmed([writeWithoutDefinitions('A', { price: '2.50' })], found).size).toBe(0);
  });

  it('and not by a record that may be another’s of the batch', () => {
    const [left, done] = [writeOf('A'), writeOf('a')];
    const found = [{ id: '1', properties: { sku: 'a' } }];
    expect(confirmed([left], found).size).toBe(1);
    expect(confirmed([left], found, [left, done]).size).toBe(0);
  });

  it('and each of several whose keys differ by case alone', () => {
    const writes = ['A', 'a'].map((id) => writeOf(id));
    const found = ['a', 'A'].map((sku) => ({ id: sku, properties: { sku } }));
    expect([...confirmed(writes, found).keys()]).toEqual(writes);
  });

  describe('under a new key', () => {
    const renamed = writeOf('old', { sku: 'new', name: 'a' });
    const holder = { id: '1', properties: { sku: 'new', name: 'a' } };

    it('where the old key finds nothing any more', () => {
      expect(confirmed([renamed], [holder]).get(renamed)).toBe(holder);
    });

    it('whatever other records were found', () => {
      const other = { id: '2', properties: { sku: 'other' } };
      expect(confirmed([renamed], [other, holder]).get(renamed)).toBe(holder);
    });

    it('also where it differs from the old one by case alone', () => {
      const raised = writeOf('old', { sku: 'OLD' });
      const found = [{ id: '1', properties: { sku: 'OLD' } }];
      expect(confirmed([raised], found).size).toBe(1);
    });

    it('and not where the old key still finds another one', () => {
      const unchanged = { id: '2', properties: { sku: 'Old', name: 'b' } };
      expect(confirmed([renamed], [unchanged, holder]).size).toBe(0);
    });
  });
});

describe('a record is found by its record id', () => {
  const byId = (recordId: string | undefined) => writeOf('A', {}, { recordId });
  const merged = { id: '500', properties: { hs_merged_object_ids: '1;2' } };

  it('as what it was merged into, and so may another', () => {
    const writes = [byId('1'), byId('2'), byId('3')];
    expect([...findStored(writes, [merged])]).toEqual([
      [writes[0], merged],
      [writes[1], merged],
    ]);
  });

  it('also where another of its batch has none any more', () => {
    const [left, decidedAnew] = [byId('1'), byId(undefined)];
    expect(findStored([left], [merged], [left, decidedAnew]).get(left)).toBe(merged);
  });
});
