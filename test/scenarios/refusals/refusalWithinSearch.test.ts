import nock from 'nock';
import { lineItems, serviceKeyFor, upsert } from '../../support/upsert';

const HUBSPOT = 'https://api.hubapi.com';

interface Body {
  inputs: Array<{ id: string; objectWriteTraceId: string }>;
}

beforeAll(() => nock.disableNetConnect());
afterAll(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

/** K-2 spoils every batch namelessly; beside K-4 in a batch of three, K-4 is named instead. */
function refusal({ inputs }: Body): object | undefined {
  const named = inputs.find(({ id }) => id === 'K-4');
  if (named && inputs.length === 3) {
    const context = { objectWriteTraceId: [named.objectWriteTraceId] };
    return { category: 'VALIDATION_ERROR', message: 'this one', context };
  }
  const isSpoiled = inputs.some(({ id }) => id === 'K-2');
  return isSpoiled ? { category: 'VALIDATION_ERROR', message: 'one of them' } : undefined;
}

it('a search that meets a named offender, and then a nameless one again, comes to its end', async () => {
  nock(HUBSPOT)
    .get('/crm/v3/properties/line_items')
    .reply(403, {})
    .persist()
    .post('/crm/v3/objects/line_items/batch/upsert')
    .reply((_, body) => {
      const refused = refusal(body as unknown as Body);
      const results = (body as unknown as Body).inputs.map(({ id, objectWriteTraceId }) => ({
        id: `1${id}`,
        objectWriteTraceId,
        new: true,
      }));
      return refused ? [400, refused] : [200, { status: 'COMPLETE', results }];
    });
  const { success, error } = await upsert({
    items: lineItems(8),
    credential: serviceKeyFor(HUBSPOT),
  });
  expect(error.map(({ json }) => json.invoice_line_key)).toEqual(['K-2', 'K-4']);
  expect(success).toHaveLength(6);
});
