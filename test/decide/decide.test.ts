import {
  comparesValues,
  decide,
  needsReading,
  operationUnread,
} from '../../nodes/HubspotBatchUpsert/decide/decide';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import type { WriteChoices } from '../../nodes/HubspotBatchUpsert/model/settings';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { writeOf } from '../support/write';

type Choices = Partial<Omit<WriteChoices, 'nonUniqueId'>>;

const PLAIN = {
  operation: 'upsert',
  existingValues: 'overwrite',
  skipUnchanged: false,
  dryRun: false,
} as const;
const definitions = toPropertyDefinitions([
  { name: 'sku', type: 'string', hasUniqueValue: true },
  { name: 'price', type: 'number' },
  { name: 'tags', type: 'enumeration', fieldType: 'checkbox' },
]);
const byKey = new Target('line_items', 'sku', definitions);
const byRecordId = new Target('line_items', 'hs_object_id', definitions);
const bySearch = new Target('line_items', 'name', definitions, 'search');
const held = { id: '7', properties: { sku: 'A', name: 'Held', price: '1.50' } };
const wanted = { name: 'Held', price: '2', note: 'New' };

function decided(choices: Choices, records: object[] = [held], write = ofKey(wanted)) {
  return decide(write, records, { ...PLAIN, ...choices });
}

const ofKey = (properties: object, more: Partial<RecordWrite> = {}) =>
  writeOf('A', properties, { target: byKey, ...more });

describe('what has to be known first', () => {
  it.each<[string, Target, Choices, boolean, boolean]>([
    ['a plain upsert', byKey, {}, false, false],
    ['an update by record id', byRecordId, {}, false, false],
    ['a record that is searched', bySearch, {}, true, false],
    ['creating', byKey, { operation: 'create' }, true, false],
    ['updating', byKey, { operation: 'update' }, true, false],
    ['keeping values', byKey, { existingValues: 'keep' }, true, true],
    ['leaving what is unchanged', byKey, { skipUnchanged: true }, true, true],
    ['a dry run', byKey, { dryRun: true }, true, true],
  ])('%s', (_, target, choices, isRead, areCompared) => {
    expect(needsReading(target, { ...PLAIN, ...choices })).toBe(isRead);
    expect(comparesValues({ ...PLAIN, ...choices })).toBe(areCompared);
  });

  it('unread, records are upserted by key and updated by record id', () => {
    expect(operationUnread(byKey)).toBe('upsert');
    expect(operationUnread(byRecordId)).toBe('update');
  });
});

describe('a record that HubSpot does not have', () => {
  it.each<[string, Target, Choices, string]>([
    ['is upserted by key, whoever creates it meanwhile', byKey, {}, 'upsert'],
    ['is created where values are to be kept', byKey, { existingValues: 'keep' }, 'create'],
    ['is created where only that may be', byKey, { operation: 'create' }, 'create'],
    ['is created where it was searched', bySearch, {}, 'create'],
  ])('%s', (_, target, choices, operation) => {
    const decision = decided(choices, [], writeOf('A', wanted, { target }));
    expect(decision).toMatchObject({ kind: 'toWrite', operation, properties: wanted });
    expect(decision).toHaveProperty('held', undefined);
  });

  it('its values are no changes where nothing is compared', () => {
    expect(decided({ operation: 'create' }, [])).not.toHaveProperty('changes');
  });

  it('all its values are changes where they are compared, the key among them', () => {
    expect(decided({ dryRun: true }, [])).toMatchObject({
      changes: {
        sku: { from: null, to: 'A' },
        name: { from: null, to: 'Held' },
        price: { from: null, to: '2' },
        note: { from: null, to: 'New' },
      },
    });
  });

  it('is skipped where only updates may be, also by record id', () => {
    const skipped = { kind: 'leftAlone', outcome: 'skipped', reason: 'missing', result: {} };
    for (const target of [byKey, byRecordId, bySearch]) {
      const write = writeOf('A', wanted, { target });
      expect(decided({ operation: 'update' }, [], write)).toEqual(skipped);
    }
  });

  describe('and that is looked for by a property that HubSpot does not let be written', () => {
    const readOnly = (names: object) =>
      toPropertyDefinitions([
        { name: 'origin', modificationMetadata: { readOnlyValue: true }, ...names },
      ]);
    const searched = new Target('companies', 'origin', readOnly({}), 'search');
    const unique = new Target('companies', 'origin', readOnly({ hasUniqueValue: true }));
    const write = (target: Target) => writeOf('A', wanted, { target });

    it.each<[string, Target, Choices]>([
      ['by search', searched, {}],
      ['by search, where only new ones may be created', searched, { operation: 'create' }],
      ['by search, in a dry run', searched, { dryRun: true }],
      ['by key, where only new ones may be created', unique, { operation: 'create' }],
      ['by key, where values are to be kept', unique, { existingValues: 'keep' }],
    ])('cannot be created: %s', (_, target, choices) => {
      expect(decided(choices, [], write(target))).toMatchObject({
        ...{ kind: 'failure', category: 'RECORD_NOT_FOUND', stage: 'read', attempted: false },
        ...{ property: 'origin', value: 'A', retryable: false },
        message: expect.stringMatching(
          /no record of companies with origin "A".* none can be created .* not let "origin" be written/,
        ) as string,
      });
    });

    it('is skipped where only updates may be, and updated where it is there', () => {
      expect(decided({ operation: 'update' }, [], write(searched))).toMatchObject({
        outcome: 'skipped',
      });
      expect(decided({}, [held], write(searched))).toMatchObject({ operation: 'update' });
    });
  });

  it('is not found by its record id', () => {
    const decision = decided({}, [], writeOf('404', wanted, { target: byRecordId }));
    expect(decision).toMatchObject({
      ...{ kind: 'failure', category: 'RECORD_NOT_FOUND', stage: 'read', attempted: false },
      ...{ property: 'hs_object_id', value: '404', retryable: false },
      message: expect.stringMatching(/no record of line_items with the record ID "404"/) as string,
    });
  });
});

describe('a record that HubSpot has', () => {
  it('is skipped where only new ones may be created', () => {
    expect(decided({ operation: 'create' })).toEqual({
      ...{ kind: 'leftAlone', outcome: 'skipped', reason: 'exists', result: held },
    });
  });

  it.each<[string, Target, Choices, string]>([
    ['is upserted by key in a dry run, as in the run', byKey, { dryRun: true }, 'upsert'],
    ['is updated where only that may be', byKey, { operation: 'update' }, 'update'],
    ['is updated where values are kept', byKey, { existingValues: 'keep' }, 'update'],
    ['is updated where unchanged ones are left', byKey, { skipUnchanged: true }, 'update'],
    ['is updated by its record id', byRecordId, { dryRun: true }, 'update'],
    ['is updated where it was searched', bySearch, {}, 'update'],
  ])('%s', (_, target, choices, operation) => {
    const decision = decided(choices, [held], writeOf('A', wanted, { target }));
    expect(decision).toMatchObject({ kind: 'toWrite', operation, held });
  });

  it('has all values sent where none is compared', () => {
    const decision = decided({ operation: 'update' });
    expect(decision).toMatchObject({ properties: wanted });
    expect(decision).not.toHaveProperty('changes');
  });

  it('has all values sent in a dry run, and only those that differ told', () => {
    expect(decided({ dryRun: true })).toMatchObject({
      properties: wanted,
      changes: { price: { from: '1.50', to: '2' }, note: { from: null, to: 'New' } },
    });
    expect((decided({ dryRun: true }) as { changes: object }).changes).not.toHaveProperty('name');
  });

  it('has what is empty filled where values are kept', () => {
    expect(decided({ existingValues: 'keep' })).toMatchObject({
      properties: { note: 'New' },
      changes: { note: { from: null, to: 'New' } },
    });
    const cleared = ofKey({ note: '', name: '' });
    expect(decided({ existingValues: 'keep' }, [held], cleared)).toEqual({
      ...{ kind: 'leftAlone', outcome: 'unchanged', result: held },
    });
  });

  it('has what differs sent where unchanged ones are left', () => {
    const decision = decided({ skipUnchanged: true }, [held], ofKey({ ...wanted, name: '' }));
    expect(decision).toMatchObject({
      properties: { name: '', price: '2', note: 'New' },
      changes: { name: { from: 'Held', to: '' } },
    });
  });

  it('is unchanged where nothing is left to send', () => {
    const same = ofKey({ name: 'Held', price: '1.5' });
    const unchanged = { kind: 'leftAlone', outcome: 'unchanged', result: held };
    expect(decided({ skipUnchanged: true }, [held], same)).toEqual(unchanged);
    expect(decided({ operation: 'update' }, [held], ofKey({}))).toEqual(unchanged);
  });

  it('is upserted also with no values, which says that it is to be there', () => {
    const decision = decided({ dryRun: true }, [held], ofKey({}));
    expect(decision).toMatchObject({ kind: 'toWrite', operation: 'upsert', changes: {} });
  });

  it('is asked for all that its items ask for, also where it was narrowed before', () => {
    const write = ofKey({ note: 'New' }, { asked: wanted });
    expect(decided({ skipUnchanged: true }, [held], write)).toMatchObject({
      properties: { price: '2', note: 'New' },
    });
  });

  it('has options added to those that it holds', () => {
    const tagged = { ...held, properties: { tags: 'a' } };
    expect(decided({ skipUnchanged: true }, [tagged], ofKey({ tags: ';b' }))).toMatchObject({
      properties: { tags: ';b' },
      changes: { tags: { from: 'a', to: 'a;b' } },
    });
  });
});

describe('several records with the value', () => {
  it.each(['upsert', 'create', 'update'] as const)('are not told apart: %s', (operation) => {
    const write = writeOf('Twin', wanted, { target: bySearch });
    const decision = decided({ operation }, [held, { id: '8' }, {}], write);
    expect(decision).toMatchObject({
      ...{ kind: 'failure', category: 'AMBIGUOUS_ID', property: 'name', value: 'Twin' },
      ...{ context: { ids: ['7', '8'] }, stage: 'read', attempted: false },
    });
    expect((decision as { message: string }).message).toMatch(
      /^3 records of line_items have name "Twin", .*\(record IDs 7, 8\): merge them/,
    );
  });
});
