import { associations, linkedDeals, putDeals } from '../../support/associations';
import { failuresOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const byKey = associations({ toIdProperty: 'deal_key' });

describe('records are associated once they are written', () => {
  it('with the records whose ids the items give', async () => {
    const sandbox = await sandboxForTest();
    const [deal] = putDeals(sandbox, 1);
    const items = lineItems(2).map((item, index) => ({ ...item, deal: index === 0 ? deal! : '' }));
    const { success, error } = await upsert({
      items,
      credential: serviceKeyOf(sandbox),
      parameters: associations({}),
    });
    expect(error).toEqual([]);
    expect(success).toMatchObject([
      { json: { hubspot: { associations: [{ toObjectType: 'deals', toId: deal, label: '' }] } } },
      { json: { hubspot: { outcome: 'created' } } },
    ]);
    expect(success[1]?.json.hubspot).not.toHaveProperty('associations');
    expect(linkedDeals(sandbox)).toEqual({ 'K-0': ['D-0'] });
  });

  it('with those that a unique property finds: one read for all of them', async () => {
    const sandbox = await sandboxForTest();
    putDeals(sandbox, 50);
    const items = lineItems(1_000).map((item, index) => ({ ...item, deal: `D-${index % 50}` }));
    const { success } = await upsert({
      items,
      credential: serviceKeyOf(sandbox),
      parameters: byKey,
    });
    expect(success).toHaveLength(1_000);
    const counts = Object.fromEntries(
      ['properties', 'read', 'upsert', 'associate'].map((operation) => [
        operation,
        sandbox.log.of(operation).length,
      ]),
    );
    expect(counts).toEqual({ properties: 2, read: 1, upsert: 10, associate: 10 });
    const expected = Object.fromEntries(items.map(({ deal }, index) => [`K-${index}`, [deal]]));
    expect(linkedDeals(sandbox)).toEqual(expected);
  });
});

describe('an item whose other record HubSpot does not have', () => {
  it('leaves on Error unwritten, and says which', async () => {
    const sandbox = await sandboxForTest();
    putDeals(sandbox, 1);
    const items = lineItems(3).map((item, index) => ({ ...item, deal: `D-${index % 2}` }));
    const outcome = await upsert({
      items,
      credential: serviceKeyOf(sandbox),
      parameters: byKey,
    });
    expect(failuresOf(outcome)).toMatchObject([
      {
        category: 'RECORD_NOT_FOUND',
        stage: 'associate',
        attempted: false,
        retryable: false,
        property: 'deal_key',
        value: 'D-1',
        idValue: 'K-1',
        message: expect.stringContaining('no record of deals with deal_key "D-1"') as string,
      },
    ]);
    expect(linkedDeals(sandbox)).toEqual({ 'K-0': ['D-0'], 'K-2': ['D-0'] });
    expect(sandbox.store.count('line_items')).toBe(2);
    expect(writtenKeys(outcome)).toEqual(['K-0', 'K-2']);
  });
});
