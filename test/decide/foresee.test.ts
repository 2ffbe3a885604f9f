import type { ToWrite } from '../../nodes/HubspotBatchUpsert/decide/decide';
import { foreseenAfter, heldByThen } from '../../nodes/HubspotBatchUpsert/decide/foresee';

const record = { id: '7', properties: { name: 'Old', price: '1' } };
const toWrite: ToWrite = { kind: 'toWrite', operation: 'upsert', properties: {}, held: undefined };

describe('what HubSpot would hold by then', () => {
  it('is what it holds where nothing comes before', () => {
    const held = [record];
    expect(heldByThen(held, undefined)).toBe(held);
  });

  it('is that with what the earlier writes would give it', () => {
    expect(heldByThen([record], { name: 'New', note: 'x' })).toEqual([
      { id: '7', properties: { name: 'New', price: '1', note: 'x' } },
    ]);
  });

  it('is a record that an earlier write would create', () => {
    expect(heldByThen([], { name: 'New' })).toEqual([{ properties: { name: 'New' } }]);
  });

  it('stays ambiguous', () => {
    const held = [record, { id: '8' }];
    expect(heldByThen(held, { name: 'New' })).toBe(held);
  });
});

describe('what the next write would find', () => {
  it('is what each write changes, the later one last', () => {
    const changes = { name: { from: 'Old', to: 'New' }, price: { from: '1', to: '' } };
    const before = { name: 'Between', note: 'x' };
    expect(foreseenAfter({ ...toWrite, changes }, before)).toEqual({
      ...{ name: 'New', price: '', note: 'x' },
    });
    expect(before).toEqual({ name: 'Between', note: 'x' });
  });

  it('is known also where nothing changes', () => {
    expect(foreseenAfter(toWrite, undefined)).toEqual({});
  });
});
