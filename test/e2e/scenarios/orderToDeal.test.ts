import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { example } from '../support/example';
import { post } from '../support/post';
import { activate, saveWorkflow } from '../support/savedWorkflows';
import { inWorld, type World } from '../support/world';

interface Answer {
  contact: string;
  deal: string;
  linesWritten: number;
  linesNotWritten: number;
  reasons: string[];
}

const ORDER = {
  number: '1001',
  total: 57.2,
  customer: { email: 'Ada@example.com', first_name: 'Ada', last_name: 'Byron' },
  lines: [
    { id: 1, sku: 'KB-130', title: 'Rolling pin, maple', quantity: 2, price: 15.9 },
    { id: 2, sku: 'PP-301', title: 'Notebook, dotted, A5', quantity: 1, price: 7.8 },
    { id: 3, sku: 'KB-102', title: 'Enamel mug', quantity: 2, price: '8.80' },
  ],
};

/** The example, listening for orders. */
async function listen({ n8n, credential }: World) {
  const path = randomUUID();
  const workflow = await example('order-to-deal', credential, { Webhook: { path } });
  await activate(n8n, await saveWorkflow(n8n, workflow));
  return <T = Answer>(order: object, status = 200) => post<T>(n8n.baseUrl, path, order, status);
}

/** Whom and what each deal is linked with, by keys. */
function deals({ hubspot: { store } }: World) {
  const keys = (objectType: string, property: string) =>
    new Map(store.records(objectType).map(({ id, properties }) => [id, properties[property]]));
  const contacts = keys('contacts', 'email');
  const lines = keys('line_items', 'invoice_line_key');
  return store.records('deals').map(({ id, properties }) => ({
    key: properties.deal_key,
    contacts: store.associations
      .from('deals', id, 'contacts')
      .map(({ toId }) => contacts.get(toId)),
    lines: store.associations.from('deals', id, 'line_items').map(({ toId }) => lines.get(toId)),
  }));
}

test(
  'an order becomes a deal, its contact and its lines, all linked; sent again it changes nothing of that',
  inWorld(async (world) => {
    const send = await listen(world);
    const whole = { linesWritten: 3, linesNotWritten: 0, reasons: [] };
    assert.deepEqual(await send(ORDER), { contact: 'created', deal: 'created', ...whole });
    assert.deepEqual(await send(ORDER), { contact: 'updated', deal: 'updated', ...whole });

    const lines = ['1001-1', '1001-2', '1001-3'];
    assert.deepEqual(deals(world), [{ key: '1001', contacts: ['ada@example.com'], lines }]);
    const { store } = world.hubspot;
    assert.deepEqual(
      ['contacts', 'deals', 'line_items'].map((objectType) => store.count(objectType)),
      [1, 1, 3],
    );
    const deal = store.find('deals', 'deal_key', '1001')?.properties;
    assert.deepEqual(
      [deal?.dealname, deal?.amount, deal?.dealstage],
      ['Order 1001', '57.2', 'closedwon'],
    );
    const mug = store.find('line_items', 'invoice_line_key', '1001-3')?.properties;
    assert.deepEqual([mug?.name, mug?.price, mug?.hs_sku], ['Enamel mug', '8.8', 'KB-102']);
  }),
);

test(
  'a line that cannot be written is told with its reason, and the others do not wait for it',
  inWorld(async (world) => {
    const send = await listen(world);
    const [first, second, third] = ORDER.lines;
    const lines = [first, { ...second, price: '3,390' }, third];
    const { reasons, ...counts } = await send({ ...ORDER, lines });
    assert.deepEqual(counts, {
      ...{ contact: 'created', deal: 'created' },
      ...{ linesWritten: 2, linesNotWritten: 1 },
    });
    assert.match(reasons.join('\n'), /^1001-2: price: "3,390" is 3390 or 3\.39: [^\n]*$/);
    const written = ['1001-1', '1001-3'];
    assert.deepEqual(deals(world), [
      { key: '1001', contacts: ['ada@example.com'], lines: written },
    ]);
    assert.equal(world.hubspot.store.count('line_items'), 2);
  }),
);

test(
  'an order whose contact cannot be written ends there, and says why',
  inWorld(async (world) => {
    const send = await listen(world);
    const order = { ...ORDER, customer: { ...ORDER.customer, email: 'ada at example' } };
    const { endedAt, reason } = await send<{ endedAt: string; reason: string }>(order, 422);
    assert.equal(endedAt, 'contacts');
    assert.match(reason, /"ada at example" is not an e-mail address/);
    assert.deepEqual(world.hubspot.log.upserts(), []);
  }),
);
