import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('what is no single e-mail address finds no contact, and is not sent', async () => {
  const sandbox = await sandboxForTest();
  const bad = ['nobody', 'ada lovelace@example.com', 'ada@example.com;bob@example.com'];
  const outcome = await upsert({
    items: [...bad, ' Ada@example.com '].map((email) => ({ email })),
    credential: serviceKeyOf(sandbox),
    parameters: {
      objectType: { __rl: true, mode: 'list', value: 'contacts' },
      idProperty: { __rl: true, mode: 'name', value: 'email' },
    },
  });
  expectAllAccounted(outcome, 4);
  expect(sentInputs(sandbox).map(({ id }) => id)).toEqual(['ada@example.com']);
  const refused = {
    category: 'INVALID_VALUE',
    property: 'email',
    attempted: false,
    message: expect.stringMatching(/write one address alone, such as ada@example\.com$/) as string,
  };
  expect(failuresOf(outcome)).toMatchObject(bad.map((value) => ({ ...refused, value })));
});
