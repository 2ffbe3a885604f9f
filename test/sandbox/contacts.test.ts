import { client, sandboxForTest } from './client';

const UPSERT = '/crm/v3/objects/contacts/batch/upsert';

function contact(email: string, properties: Record<string, string> = {}) {
  return { id: email, idProperty: 'email', objectWriteTraceId: `t-${email}`, properties };
}

test('e-mails are stored lower-cased and matched in any case', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const first = await http.post(UPSERT, { inputs: [contact('Ada@Example.com')] });
  const second = await http.post(UPSERT, { inputs: [contact('ADA@example.com')] });

  expect(first.data.results[0]!.properties.email).toBe('ada@example.com');
  expect(second.data.results[0]).toMatchObject({ new: false, id: first.data.results[0]!.id });
  expect(sandbox.store.count('contacts')).toBe(1);
});

test('the lifecycle stage moves forward only, unless it was cleared', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const stageAfter = async (lifecyclestage: string) => {
    await http.post(UPSERT, { inputs: [contact('ada@example.com', { lifecyclestage })] });
    return sandbox.store.find('contacts', 'email', 'ada@example.com')?.properties.lifecyclestage;
  };

  expect(await stageAfter('lead')).toBe('lead');
  expect(await stageAfter('customer')).toBe('customer');
  expect(await stageAfter('lead')).toBe('customer');
  expect(await stageAfter('')).toBeUndefined();
  expect(await stageAfter('lead')).toBe('lead');
});
