import type { AxiosInstance } from 'axios';
import { client, sandboxForTest } from './client';

const PROPERTY = {
  name: 'own_key',
  label: 'Own key',
  type: 'string',
  fieldType: 'text',
  groupName: 'lineiteminformation',
  hasUniqueValue: true,
};

test.each(['/crm/v3/objects', '/crm/objects/2026-09'])(
  '%s archives the records that are named, and no others',
  async (base) => {
    const sandbox = await sandboxForTest();
    const [gone, kept] = ['gone', 'kept'].map((key) =>
      sandbox.store.put('line_items', { invoice_line_key: key }),
    );
    const { status, data } = await client(sandbox).post(`${base}/line_items/batch/archive`, {
      inputs: [{ id: gone }, { id: '404' }],
    });

    expect([status, data]).toEqual([204, '']);
    expect(sandbox.store.records('line_items').map(({ id }) => id)).toEqual([kept]);
  },
);

test.each(['/crm/v3/properties', '/crm/properties/2026-09'])(
  '%s archives a property, once',
  async (base) => {
    const sandbox = await sandboxForTest();
    const http = client(sandbox) as AxiosInstance;
    await http.post(`${base}/line_items`, PROPERTY);
    const statuses = [];
    for (let time = 0; time < 2; time += 1) {
      statuses.push((await http.delete(`${base}/line_items/own_key`)).status);
    }

    expect(statuses).toEqual([204, 404]);
    expect(sandbox.store.properties('line_items').map(({ name }) => name)).not.toContain('own_key');
  },
);
