import type { IDataObject } from 'n8n-workflow';
import { associations } from '../support/associations';
import { sandboxForTest } from '../support/sandbox';
import { idProperty, objectType } from '../support/target';
import { serviceKeyOf, upsert } from '../support/upsert';
import { codeBlocks, pages } from './markdown';

/** What differs from run to run. */
const OF_ITS_TIME = new Set([
  'id',
  'hs_object_id',
  'toId',
  'objectWriteTraceId',
  'createdAt',
  'updatedAt',
  'createdate',
  'hs_lastmodifieddate',
  'url',
]);

/** An item as it looks in every run. */
function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      OF_ITS_TIME.has(key) && each !== null ? 'of its time' : timeless(each),
    ]),
  );
}

/** What the node makes of the fields, by the settings of the page that shows them. */
async function whatTheNodeGives(path: string, fields: IDataObject): Promise<IDataObject> {
  const sandbox = await sandboxForTest();
  const { store } = sandbox;
  const credential = serviceKeyOf(sandbox);
  let parameters = {};
  if (path === 'docs/records.md') {
    store.addProperty('contacts', { name: 'customer_number', hasUniqueValue: true });
    store.put('contacts', { customer_number: 'C-6', company: 'Old Shop' });
    parameters = {
      ...objectType('contacts'),
      ...idProperty('customer_number'),
      options: { dryRun: true },
    };
  }
  if (path === 'docs/associations.md' || 'deal' in fields) {
    store.addProperty('deals', { name: 'deal_key', hasUniqueValue: true });
    const deal = store.put('deals', { deal_key: 'D-1', dealname: 'Deal' });
    const toId = '={{ $json.deal ?? $json.invoice_number }}';
    parameters = associations({
      toIdProperty: 'deal' in fields ? 'hs_object_id' : 'deal_key',
      toId,
    });
    if ('deal' in fields) fields = { ...fields, deal };
  }
  const { success, error, thrown } = await upsert({ items: [fields], credential, parameters });
  expect(thrown).toBeUndefined();
  return [...success, ...error][0]!.json;
}

const blocks = pages().flatMap((page) =>
  codeBlocks(page)
    .filter(({ language }) => language === 'json')
    .map(({ code }): [string, string] => [page.path, code]),
);
const items = blocks.filter(([, code]) => code.startsWith('{'));

it('there are items to compare', () => {
  expect(items.length).toBeGreaterThan(3);
});

it.each(items)('%s shows what the node gives: %s', async (path, code) => {
  const { hubspot, hubspotError, ...fields } = JSON.parse(code) as IDataObject;
  const shown = { ...fields, ...(hubspot ? { hubspot } : { hubspotError }) };
  const given = await whatTheNodeGives(path, fields);
  // Where a page says that it leaves something out, the rest has to be right.
  if (path === 'docs/records.md' || path === 'docs/associations.md')
    expect(timeless(given)).toMatchObject(timeless(shown) as object);
  else {
    expect(timeless(given)).toEqual(timeless(shown));
    expect(JSON.stringify(timeless(given))).toBe(JSON.stringify(timeless(shown)));
  }
});

it('the associations of a record look as they are shown', async () => {
  const [, code] = blocks.find(([, each]) => each.startsWith('"associations"'))!;
  const shown = JSON.parse(`{${code}}`) as IDataObject;
  const given = await whatTheNodeGives('docs/outputs.md', { invoice_line_key: 'A-1', deal: '' });
  expect(timeless((given.hubspot as IDataObject).associations)).toEqual(
    timeless(shown.associations),
  );
});
