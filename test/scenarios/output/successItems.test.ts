import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('a Success item carries the input and what HubSpot returned', async () => {
  const sandbox = await sandboxForTest();
  const { success } = await upsert({
    items: [{ invoice_line_key: 'S-1', note: 'mine', price: 2 }],
    credential: serviceKeyOf(sandbox),
  });
  expect(success[0]?.json).toMatchObject({
    invoice_line_key: 'S-1',
    note: 'mine',
    price: 2,
    hubspot: {
      outcome: 'created',
      new: true,
      objectType: 'line_items',
      idProperty: 'invoice_line_key',
      idValue: 'S-1',
      id: expect.stringMatching(/^\d+$/) as string,
      properties: { invoice_line_key: 'S-1', price: '2' },
      createdAt: expect.any(String) as string,
      updatedAt: expect.any(String) as string,
      archived: false,
      url: expect.stringContaining('https://') as string,
      objectWriteTraceId: expect.any(String) as string,
    },
  });
});

it('a record that was there is updated', async () => {
  const sandbox = await sandboxForTest();
  const credential = serviceKeyOf(sandbox);
  await upsert({ items: [{ invoice_line_key: 'U-1', price: 1 }], credential });
  const { success } = await upsert({ items: [{ invoice_line_key: 'U-1', price: 2 }], credential });
  expect(success[0]?.json.hubspot).toMatchObject({ outcome: 'updated', new: false });
});

it('with the option Record Only a Success item is what HubSpot returned alone', async () => {
  const sandbox = await sandboxForTest();
  const { success } = await upsert({
    items: [{ invoice_line_key: 'R-1', note: 'mine' }],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { output: 'record' } },
  });
  expect(success[0]?.json).toMatchObject({ outcome: 'created', idValue: 'R-1' });
  expect(success[0]?.json).not.toHaveProperty('note');
});
