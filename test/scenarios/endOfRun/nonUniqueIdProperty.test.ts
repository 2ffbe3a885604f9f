import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { itWithSample } from '../../support/samples';
import { sandboxForTest } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL, idProperty } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it.each(['name', 'no_such_property'])(
  'the ID property %s makes the node throw, with the usable ones by name',
  async (name) => {
    const sandbox = await sandboxForTest();
    const { thrown } = await upsert({
      items: lineItems(2),
      credential: serviceKeyOf(sandbox),
      parameters: { ...idProperty(name), id: '={{ $itemIndex + 1 }}' },
    });
    expect(thrown?.message).toContain(name);
    expect(thrown?.message).toContain('invoice_line_key');
    expect(sandbox.store.count('line_items')).toBe(0);
  },
);

it('for contacts the e-mail address is among the usable ones', async () => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: [{ firstname: 'Ada' }],
    credential: serviceKeyOf(sandbox),
    parameters: { ...CONTACTS_BY_EMAIL, ...idProperty('firstname') },
  });
  expect(thrown?.message).toMatch(/email.*customer_number|customer_number.*email/);
});

it('where the definitions cannot be read it says what such a property is', async () => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: lineItems(1),
    credential: serviceKeyOf(sandbox, { scopes: ['crm.objects.line_items.write'] }),
    parameters: idProperty('name'),
  });
  expect(thrown?.message).toContain('name');
  expect(thrown?.message).toMatch(/unique/);
});

it('items without a value of it hear of the usable ones too, before anything is sent', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ quantity: 1 }, { quantity: 2 }],
    credential: serviceKeyOf(sandbox),
    parameters: idProperty('name'),
  });
  expectAllAccounted(outcome, 2);
  for (const { category, message } of failuresOf(outcome)) {
    expect(category).toBe('MISSING_ID');
    expect(message).toMatch(/not unique.*invoice_line_key/);
  }
  expect(sandbox.log.upserts()).toHaveLength(0);
});

itWithSample(
  'thread.400.non-unique-idproperty.json',
  'where HubSpot itself refuses it, the node throws and names the usable ones',
  async (sample) => {
    const heard = hubspotAnswers({ upsert: [sample] });
    const { thrown } = await upsertToHubspot({ items: lineItems(2) });
    expect(thrown?.message).toContain('invoice_line_key');
    expect(heard.upserts).toHaveLength(1);
  },
);
