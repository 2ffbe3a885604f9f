import { Ledger } from '../../nodes/HubspotBatchUpsert/model/ledger';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { RecordFields } from '../../nodes/HubspotBatchUpsert/model/recordFields';
import { toOutputs } from '../../nodes/HubspotBatchUpsert/output/toOutputs';

const record: RecordFields = { outcome: 'created', objectType: 'line_items', id: '7' };
const input = [
  { json: { n: 0, hubspotError: { old: true }, hubspot: { old: true } } },
  { json: { n: 1, hubspot: { from: 'another node' } }, binary: { f: { data: '', mimeType: 'x' } } },
  { json: { n: 2 } },
];

function ledger() {
  const filled = new Ledger(3);
  filled.settle([0, 2], () => ({ hubspot: { ...record } }));
  filled.settle([1], () => ({ traceId: null, failure: ownFailure('MISSING_ID', 'no id') }));
  return filled;
}

it('each item lies on one output, in order, as itself and what became of it', () => {
  const [success, error] = toOutputs(input, ledger(), 'inputAndRecord');
  expect(success).toEqual([
    { json: { n: 0, hubspot: record }, pairedItem: { item: 0 } },
    { json: { n: 2, hubspot: record }, pairedItem: { item: 2 } },
  ]);
  expect(error).toEqual([
    {
      json: {
        n: 1,
        hubspot: { from: 'another node' },
        hubspotError: expect.objectContaining({
          category: 'MISSING_ID',
          message: 'no id',
          objectType: null,
          idProperty: null,
          idValue: null,
          objectWriteTraceId: null,
        }) as object,
      },
      binary: { f: { data: '', mimeType: 'x' } },
      pairedItem: { item: 1 },
    },
  ]);
  expect(error[0]?.json.hubspotError).not.toHaveProperty('kind');
});

it('a written item is its record alone where that is asked for', () => {
  const [success, error] = toOutputs(input, ledger(), 'record');
  expect(success.map(({ json }) => json)).toEqual([
    expect.objectContaining({ id: '7', outcome: 'created' }),
    expect.objectContaining({ id: '7', outcome: 'created' }),
  ]);
  expect(success[0]?.json).not.toHaveProperty('n');
  expect(error[0]?.json).toMatchObject({ n: 1, hubspotError: { message: 'no id' } });
});

it('the input is left as it was', () => {
  const before = structuredClone(input);
  toOutputs(input, ledger(), 'inputAndRecord');
  expect(input).toEqual(before);
});

it('an item without an outcome is not passed over', () => {
  expect(() => toOutputs(input, new Ledger(3), 'record')).toThrow('Item 0');
});

describe('an item whose record is written and not associated', () => {
  const filled = (form: 'inputAndRecord' | 'record') => {
    const own = new Ledger(1);
    own.expectAssociations([0]);
    own.settle([0], () => ({
      hubspot: { ...record, idProperty: 'sku', idValue: 'A', objectWriteTraceId: 't' },
    }));
    const made = [{ toObjectType: 'deals', toId: '7', label: '' }];
    const failure = ownFailure('NO_OUTCOME', 'no', { stage: 'associate', attempted: true });
    own.settleAssociations(0, made, failure);
    return toOutputs(input.slice(0, 1), own, form);
  };

  it.each(['inputAndRecord', 'record'] as const)('leaves on Error with both (%s)', (form) => {
    const [success, error] = filled(form);
    expect(success).toEqual([]);
    expect(error).toMatchObject([
      {
        pairedItem: { item: 0 },
        json: {
          n: 0,
          hubspot: { id: '7', associations: [{ toId: '7' }] },
          hubspotError: {
            message: 'no',
            stage: 'associate',
            objectType: 'line_items',
            idProperty: 'sku',
            idValue: 'A',
            objectWriteTraceId: 't',
          },
        },
      },
    ]);
    expect(error[0]?.json.hubspotError).not.toHaveProperty('old');
  });
});
