import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { Fault } from '../../nodes/HubspotBatchUpsert/model/fault';
import { Target, Targets } from '../../nodes/HubspotBatchUpsert/model/target';

const common = { scope: 'target', advice: '', retryable: false, throws: true } as const;
const noType: Fault = { ...common, title: 'No such object type' };
const noScope: Fault = { ...common, title: 'No scope' };
const noTint: Fault = { ...common, title: 'No property tint', properties: ['tint'] };
const noTintNorHue: Fault = { ...common, title: 'Neither', properties: ['hue', 'tint'] };

function lineItems(...faults: Fault[]): Target {
  const target = new Target('line_items', 'sku', undefined);
  for (const fault of faults) target.report(fault);
  return target;
}

describe('a target without fault', () => {
  it('lets every record be sent', () => {
    const target = lineItems();
    expect(target.fault).toBeUndefined();
    expect(target.faultFor({ tint: 'red' })).toBeUndefined();
    expect(target.faultOfAll).toBeUndefined();
  });
});

describe('a fault of a target', () => {
  it('is every record’s, whatever it sets', () => {
    const target = lineItems(noType);
    expect(target.fault).toBe(noType);
    expect(target.faultFor({})).toBe(noType);
    expect(target.faultFor({ tint: 'red' })).toBe(noType);
    expect(target.faultOfAll).toBe(noType);
  });

  it('is the first one that was reported: later ones are its echoes', () => {
    expect(lineItems(noType, noScope).fault).toBe(noType);
  });

  it('stands before those of single properties, whichever came first', () => {
    for (const target of [lineItems(noTint, noType), lineItems(noType, noTint)]) {
      expect(target.faultFor({ tint: 'red' })).toBe(noType);
      expect(target.faultOfAll).toBe(noType);
    }
  });

  it('is of all also where some records were good before it', () => {
    const target = lineItems();
    target.noteGoodRecords();
    target.report(noType);
    expect(target.faultOfAll).toBe(noType);
  });
});

describe('a fault of properties', () => {
  it('is that of the records that set one of them', () => {
    const target = lineItems(noTintNorHue);
    expect(target.fault).toBeUndefined();
    expect(target.faultFor({ name: 'Bolt', tint: 'red' })).toBe(noTintNorHue);
    expect(target.faultFor({ hue: '' })).toBe(noTintNorHue);
    expect(target.faultFor({ name: 'Bolt' })).toBeUndefined();
    expect(target.faultFor({})).toBeUndefined();
  });

  it('is for each property the first one that was reported', () => {
    const target = lineItems(noTint, noTintNorHue);
    expect(target.faultFor({ tint: 'red' })).toBe(noTint);
    expect(target.faultFor({ hue: '1' })).toBe(noTintNorHue);
  });

  it('is never that of a property that every object inherits', () => {
    const target = lineItems({ ...noTint, properties: ['constructor', '__proto__'] });
    expect(target.faultFor({})).toBeUndefined();
  });

  it('is of all as long as no record met anything else', () => {
    const target = lineItems(noTint, noTintNorHue);
    expect(target.faultOfAll).toBe(noTint);
    target.noteGoodRecords();
    expect(target.faultOfAll).toBeUndefined();
    expect(target.faultFor({ tint: 'red' })).toBe(noTint);
  });

  it('is not of all where it is reported after good records', () => {
    const target = lineItems();
    target.noteGoodRecords();
    target.report(noTint);
    expect(target.faultOfAll).toBeUndefined();
  });
});

describe('the properties that identify the records of a target', () => {
  it('are not known without the definitions', () => {
    expect(lineItems().usableIdProperties).toBeUndefined();
  });

  it('are those that the definitions of its object type name', () => {
    const definitions = toPropertyDefinitions([
      { name: 'code', hasUniqueValue: true },
      { name: 'email' },
    ]);
    const usable = (objectType: string) =>
      new Target(objectType, 'sku', definitions).usableIdProperties;
    expect(usable('line_items')).toEqual(['code']);
    expect(usable('contacts')).toEqual(['code', 'email']);
  });
});

describe('the targets of a run', () => {
  const LINE_ITEMS = { objectType: 'line_items', idProperty: 'sku' };

  it('are one object for each object type and idProperty', () => {
    const targets = new Targets();
    const target = targets.of(LINE_ITEMS);
    expect(target).toMatchObject(LINE_ITEMS);
    expect(targets.of({ ...LINE_ITEMS })).toBe(target);
    const others = [
      targets.of({ ...LINE_ITEMS, idProperty: 'code' }),
      targets.of({ ...LINE_ITEMS, objectType: 'products' }),
      targets.of({ objectType: 'sku', idProperty: 'line_items' }),
    ];
    expect(new Set([target, ...others]).size).toBe(4);
    expect(targets.of(LINE_ITEMS)).toBe(target);
  });

  it('know the definitions of their object type, where there are any', () => {
    const definitions = toPropertyDefinitions([{ name: 'sku' }]);
    const targets = new Targets(new Map([['line_items', definitions]]));
    expect(targets.of(LINE_ITEMS).definitions).toBe(definitions);
    expect(targets.of({ ...LINE_ITEMS, idProperty: 'code' }).definitions).toBe(definitions);
    expect(targets.of({ ...LINE_ITEMS, objectType: 'products' }).definitions).toBeUndefined();
  });

  it('have no fault in common where there are none', () => {
    expect(new Targets().faultOfAll).toBeUndefined();
  });

  it('have the first one’s fault in common where none is without one', () => {
    const targets = new Targets();
    const [bySku, byCode] = [
      targets.of(LINE_ITEMS),
      targets.of({ ...LINE_ITEMS, idProperty: 'code' }),
    ];
    const products = targets.of({ ...LINE_ITEMS, objectType: 'products' });
    products.report(noType);
    byCode.report(noTint);
    expect(targets.faultOfAll).toBeUndefined();
    bySku.report(noScope);
    expect(targets.faultOfAll).toBe(noScope);
    byCode.noteGoodRecords();
    expect(targets.faultOfAll).toBeUndefined();
  });
});

describe('how HubSpot is asked for a record', () => {
  const definitions = toPropertyDefinitions([
    { name: 'sku', type: 'string', hasUniqueValue: true },
    { name: 'name', type: 'string' },
  ]);

  it.each([
    ['line_items', 'hs_object_id', 'refuse', 'recordId'],
    ['line_items', 'hs_object_id', 'search', 'recordId'],
    ['line_items', 'name', 'refuse', 'key'],
    ['line_items', 'name', 'search', 'search'],
    ['line_items', 'unknown', 'search', 'search'],
    ['line_items', 'sku', 'search', 'key'],
    ['contacts', 'email', 'search', 'key'],
  ] as const)('%s by %s where a property that is not unique is to %s: by %s', (...given) => {
    const [objectType, idProperty, nonUniqueId, lookup] = given;
    expect(new Target(objectType, idProperty, definitions, nonUniqueId).lookup).toBe(lookup);
    const all = new Targets(new Map([[objectType, definitions]]), nonUniqueId);
    expect(all.of({ objectType, idProperty }).lookup).toBe(lookup);
  });

  it('nothing is searched for unless it is asked for', () => {
    expect(new Target('line_items', 'name', definitions).lookup).toBe('key');
    expect(new Targets().of({ objectType: 'line_items', idProperty: 'name' }).lookup).toBe('key');
  });

  it('what no definition tells of is searched where that is asked for', () => {
    expect(new Target('line_items', 'sku', undefined, 'search').lookup).toBe('search');
  });
});
