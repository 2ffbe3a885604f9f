import { recordFields } from '../../nodes/HubspotBatchUpsert/model/recordFields';
import { writeOf } from '../support/write';

const write = writeOf('A', {}, { traceId: 't' });

it("what is told of a record begins with the node's own, and holds all that HubSpot returned", () => {
  const forged = {
    outcome: 'forged',
    objectType: 'forged',
    idProperty: 'forged',
    idValue: 'forged',
  };
  const result = { id: '7', objectWriteTraceId: 'forged', ...forged, archived: false };
  const fields = recordFields(write, { kind: 'written', outcome: 'created', result }, 0);
  expect(Object.entries(fields)).toEqual([
    ['outcome', 'created'],
    ['objectType', 'line_items'],
    ['idProperty', 'sku'],
    ['idValue', 'A'],
    ['objectWriteTraceId', 't'],
    ['id', '7'],
    ['archived', false],
  ]);
  expect(result.outcome).toBe('forged');
});
