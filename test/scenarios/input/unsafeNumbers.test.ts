import type { IDataObject } from 'n8n-workflow';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { hubspotAnswers, upsertToHubspot } from '../../support/answers';

/** As n8n reads an answer or a webhook's body: JSON numbers become doubles. */
const fromJson = (json: string) => JSON.parse(json) as IDataObject[];

it('long numbers that JSON made one are refused as ids instead of becoming one record', async () => {
  const heard = hubspotAnswers({});
  const items = fromJson(
    '[{"invoice_line_key":12345678901234567890},{"invoice_line_key":12345678901234567891},{"invoice_line_key":"12345678901234567890"}]',
  );
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 3);
  const refused = {
    category: 'INVALID_VALUE',
    property: 'invoice_line_key',
    message: expect.stringMatching(/send it as text/) as string,
    attempted: false,
  };
  expect(failuresOf(outcome)).toMatchObject([refused, refused]);
  expect(heard.upserts.flat().map(({ id }) => id)).toEqual(['12345678901234567890']);
});

it.each(['name', 'price'])('so they are as the value of %s', async (property) => {
  const heard = hubspotAnswers({});
  const items = fromJson(`[{"invoice_line_key":"A","${property}":9007199254740993}]`);
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 1);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'INVALID_VALUE', property }]);
  expect(heard.upserts).toEqual([]);
});

it.each([
  ['1e21', '1000000000000000000000'],
  ['1e-7', '0.0000001'],
])('%s is written out as id, text and number', async (number, digits) => {
  const heard = hubspotAnswers({});
  const items = fromJson(`[{"invoice_line_key":${number},"name":${number},"price":${number}}]`);
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 1);
  expect(outcome.success).toHaveLength(1);
  expect(heard.upserts.flat()).toMatchObject([
    { id: digits, properties: { name: digits, price: digits } },
  ]);
});
