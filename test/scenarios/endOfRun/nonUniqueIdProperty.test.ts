import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const by = (value: string) => ({ idProperty: { __rl: true, mode: 'name', value } });

it.each(['name', 'hs_object_id', 'no_such_property'])(
  'the ID property %s makes the node throw, with the usable ones by name',
  async (idProperty) => {
    const sandbox = await sandboxForTest();
    const { thrown } = await upsert({
      items: lineItems(2),
      credential: serviceKeyOf(sandbox),
      parameters: { ...by(idProperty), id: '={{ $json.invoice_line_key }}' },
    });
    expect(thrown?.message).toContain(idProperty);
    expect(thrown?.message).toContain('invoice_line_key');
    expect(sandbox.store.count('line_items')).toBe(0);
  },
);

it('for contacts the e-mail address is among the usable ones', async () => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: [{ firstname: 'Ada' }],
    credential: serviceKeyOf(sandbox),
    parameters: { objectType: { __rl: true, mode: 'list', value: 'contacts' }, ...by('firstname') },
  });
  expect(thrown?.message).toMatch(/email.*customer_number|customer_number.*email/);
});

it('where the definitions cannot be read it says what such a property is', async () => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: lineItems(1),
    credential: serviceKeyOf(sandbox, { scopes: ['crm.objects.line_items.write'] }),
    parameters: by('name'),
  });
  expect(thrown?.message).toContain('name');
  expect(thrown?.message).toMatch(/unique/);
});

it('items without a value of it hear of the usable ones too, before anything is sent', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ quantity: 1 }, { quantity: 2 }],
    credential: serviceKeyOf(sandbox),
    parameters: by('name'),
  });
  expectAllAccounted(outcome, 2);
  for (const { category, message } of failuresOf(outcome)) {
    expect(category).toBe('MISSING_ID');
    expect(message).toMatch(/not unique.*invoice_line_key/);
  }
  expect(sandbox.log.upserts()).toHaveLength(0);
});

it.each(CONTINUING)('with On Error %s all items leave on Error instead', async (_, settings) => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: by('name'),
    settings,
  });
  expectAllAccounted(outcome, 2);
  for (const { message } of failuresOf(outcome)) expect(message).toContain('invoice_line_key');
});
