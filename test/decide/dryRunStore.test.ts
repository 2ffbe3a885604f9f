import type { ToWrite } from '../../nodes/HubspotBatchUpsert/decide/decide';
import { DryRunStore } from '../../nodes/HubspotBatchUpsert/decide/dryRunStore';
import type { RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { writeOf } from '../support/write';

const record = { id: '7', properties: { name: 'Old', price: '1' } };
const write = writeOf('A');

function toWrite(held: RecordResult | undefined, after: Record<string, string>): ToWrite {
  const changes = Object.fromEntries(
    Object.entries(after).map(([name, to]) => [name, { from: null, to }]),
  );
  return { kind: 'toWrite', operation: 'upsert', properties: {}, held, changes };
}

describe('what HubSpot would hold', () => {
  it('is what it holds where nothing comes before', () => {
    const held = [record];
    expect(new DryRunStore().heldFor(write, held)).toBe(held);
  });

  it('is that with what the earlier writes would give it, the later one last', () => {
    const dryRunStore = new DryRunStore();
    dryRunStore.note(write, toWrite(record, { name: 'Between', note: 'x' }));
    dryRunStore.note(write, toWrite(record, { name: 'New' }));
    expect(dryRunStore.heldFor(write, [record])).toEqual([
      { id: '7', properties: { name: 'New', price: '1', note: 'x' } },
    ]);
    expect(record.properties).toEqual({ name: 'Old', price: '1' });
  });

  it('is the same record by whatever it is found', () => {
    const dryRunStore = new DryRunStore();
    dryRunStore.note(write, toWrite(record, { name: 'New' }));
    expect(dryRunStore.heldFor(writeOf('B'), [record])[0]?.properties).toMatchObject({
      name: 'New',
    });
    expect(dryRunStore.heldFor(writeOf('A'), [{ id: '8' }])).toEqual([{ id: '8' }]);
  });

  it('is a record that an earlier write would create', () => {
    const dryRunStore = new DryRunStore();
    dryRunStore.note(write, toWrite(undefined, { name: 'New' }));
    expect(dryRunStore.heldFor(write, [])).toEqual([{ properties: { name: 'New' } }]);
    expect(dryRunStore.heldFor(writeOf('B'), [])).toEqual([]);
  });

  it('is there also where a write changes nothing', () => {
    const dryRunStore = new DryRunStore();
    dryRunStore.note(write, { ...toWrite(undefined, {}), changes: undefined });
    expect(dryRunStore.heldFor(write, [])).toEqual([{ properties: {} }]);
  });

  it('stays ambiguous', () => {
    const dryRunStore = new DryRunStore();
    const held = [record, { id: '8' }];
    dryRunStore.note(write, toWrite(record, { name: 'New' }));
    expect(dryRunStore.heldFor(write, held)).toBe(held);
  });
});
