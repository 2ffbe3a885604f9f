import { client, sandboxForTest } from './client';

const PATH = '/crm/v4/associations/line_items/deals/batch';

async function sandboxWithPair() {
  const sandbox = await sandboxForTest();
  const from = { id: sandbox.store.put('line_items', {}) };
  const to = { id: sandbox.store.put('deals', {}) };
  return { sandbox, from, to, http: client(sandbox) };
}

test('the default association of a line item with a deal is type 20, once however often', async () => {
  const { sandbox, from, to, http } = await sandboxWithPair();
  const inputs = [{ from, to }];
  const answer = await http.post(`${PATH}/associate/default`, { inputs });
  await http.post(`${PATH}/associate/default`, { inputs });

  expect(answer.status).toBe(200);
  expect(sandbox.store.associations.all()).toEqual([
    expect.objectContaining({
      fromId: from.id,
      toId: to.id,
      types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }],
    }),
  ]);
});

test('a labelled association keeps its type, a missing record is named', async () => {
  const { sandbox, from, to, http } = await sandboxWithPair();
  const types = [{ associationCategory: 'USER_DEFINED', associationTypeId: 7 }];
  const answer = await http.post(`${PATH}/create`, {
    inputs: [
      { from, to, types },
      { from, to: { id: '404' }, types },
    ],
  });

  expect(answer.status).toBe(207);
  expect(answer.data.errors[0]!.context).toEqual({ ids: ['404'] });
  expect(sandbox.store.associations.from(from.id)[0]!.types).toEqual(types);
});
