import { propertyOptions } from '../../sandbox/hubspot/properties/definition';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest, untraced } from './client';

const PROPERTIES = '/crm/v3/properties/line_items';
const SCHEMAS = '/crm-object-schemas/v3/schemas';

/** The names on each page, to the last. */
async function pages(sandbox: Sandbox, path: string): Promise<(string | undefined)[][]> {
  const http = client(sandbox);
  const names: (string | undefined)[][] = [];
  let after = '';
  do {
    const { data } = await http.get(after === '' ? path : `${path}?after=${after}`);
    names.push(data.results.map(({ name }) => name));
    const { next } = (data.paging ?? {}) as { next?: { after: string; link: string } };
    if (next !== undefined) expect(next.link).toContain(next.after);
    after = next?.after ?? '';
  } while (after !== '');
  expect(sandbox.violations.requests).toEqual([]);
  return names;
}

test('definitions come in one page, or in several', async () => {
  const [whole, ...more] = await pages(await sandboxForTest(), PROPERTIES);
  const paged = await pages(await sandboxForTest({ definitionsPageSize: 7 }), PROPERTIES);

  expect(more).toEqual([]);
  expect(paged.length).toBe(Math.ceil(whole!.length / 7));
  expect(paged.flat()).toEqual(whole);
});

test('so do the schemas of several custom objects', async () => {
  const sandbox = await sandboxForTest({ definitionsPageSize: 2 });
  sandbox.store.addCustomObject('room', '2-7001');
  sandbox.store.addCustomObject('house', '2-7002');

  expect(await pages(sandbox, SCHEMAS)).toEqual([['machine', 'room'], ['house']]);
  const { status } = await client(sandbox).post('/crm/v3/objects/2-7001/batch/upsert', {
    inputs: [{ ...lineItem('R1', { hs_name: 'Hall' }), idProperty: 'external_key' }],
  });
  expect(status).toBe(200);
});

test.each([[null], [{}], [[null]], [[{ label: 7, value: 7, displayOrder: 0, hidden: false }]]])(
  'a definition may have the options %j',
  async (options) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({
      match: { path: '/properties/' },
      do: { kind: 'oddFields', name: 'warehouse', fields: { options } },
    });
    const { data } = await client(sandbox).get(PROPERTIES);
    expect(data.results).toContainEqual(expect.objectContaining({ name: 'warehouse', options }));
    expect(data.results).toContainEqual(
      expect.objectContaining({ name: 'labels', type: 'enumeration' }),
    );
  },
);

test('a long option list is quoted whole in every error', async () => {
  const sandbox = await sandboxForTest();
  const values = Array.from({ length: 250 }, (_, index) => `option ${index}`);
  sandbox.store.addProperty('line_items', {
    name: 'shelf',
    type: 'enumeration',
    fieldType: 'select',
    options: propertyOptions(values),
  });
  const http = client(sandbox);
  const input = lineItem('a', { shelf: 'x' });
  const entry = await http.post(LINE_ITEMS_UPSERT, { inputs: [input] });
  const whole = await http.post(LINE_ITEMS_UPSERT, { inputs: [untraced(input)] });

  for (const message of [entry.data.errors[0]!.message, whole.data.errors[0]!.message]) {
    expect(message).toContain(`[${values.join(', ')}]`);
  }
});
