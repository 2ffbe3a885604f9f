import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

const around = (value: string) => `\ufeff\u202a\u00a0${value}\u202c\u200b`;

it('what nobody sees around a value is taken off, except around text', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      {
        invoice_line_key: around('A'),
        name: around('a'),
        price: around('2.5'),
        invoice_date: around('2024-03-05'),
        is_return: around('TRUE'),
        warehouse: around('main'),
        labels: `${around('gift')};${around('bulky')}`,
      },
    ],
    credential: serviceKeyOf(sandbox),
  });
  expectAllAccounted(outcome, 1);
  expect(sentInputs(sandbox)).toMatchObject([
    {
      id: 'A',
      properties: {
        name: around('a'),
        price: '2.5',
        invoice_date: '2024-03-05',
        is_return: 'true',
        warehouse: 'main',
        labels: 'gift;bulky',
      },
    },
  ]);
});

it('so is what nobody sees around an e-mail address and a phone number', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ customer_number: '1', email: around('ada@example.com'), phone: around('+49 1') }],
    credential: serviceKeyOf(sandbox),
    parameters: { ...objectType('contacts'), ...idProperty('customer_number') },
  });
  expectAllAccounted(outcome, 1);
  expect(sentInputs(sandbox)).toMatchObject([
    { properties: { email: 'ada@example.com', phone: '+49 1' } },
  ]);
});

it('where it stands inside a value that is refused, the message shows it', async () => {
  const sandbox = await sandboxForTest();
  const items = [
    { invoice_line_key: 'A', price: '2\u200b,5,5' },
    { invoice_line_key: 'B', price: '1\u00a02' },
    { invoice_line_key: 'C', warehouse: 'ma\u00adin' },
    { invoice_line_key: 'D', invoice_date: '2024\u2060-03-05' },
  ];
  const outcome = await upsert({ items, credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 4);
  const quoted = failuresOf(outcome).map(({ message }) => /"[^"]*"/.exec(message)?.[0]);
  expect(quoted).toEqual(['"2\\u200b,5,5"', '"1\\u00a02"', '"ma\\u00adin"', '"2024\\u2060-03-05"']);
});
