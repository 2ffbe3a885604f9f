import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

it.each<[string, IDataObject, INodeParameters]>([
  ['a custom key', { invoice_line_key: 'A-1' }, {}],
  ['an e-mail address', { email: 'ada@example.com' }, CONTACTS_BY_EMAIL],
])(
  'a record with nothing but %s is no empty write, which HubSpot refuses',
  async (_, key, parameters) => {
    const sandbox = await sandboxForTest({ emptyWrites: 'refused' });
    const run = { items: [key], parameters, credential: serviceKeyOf(sandbox) };
    for (const expected of ['created', 'updated']) {
      const outcome = await upsert(run);
      expectAllAccounted(outcome, 1);
      expect(writtenOf(outcome)).toMatchObject([{ outcome: expected }]);
    }
    expect(sentInputs(sandbox).map(({ properties }) => properties)).toEqual([key, key]);
  },
);
