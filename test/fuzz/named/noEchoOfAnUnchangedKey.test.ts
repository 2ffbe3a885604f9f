import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('a record that is only looked for, returned without a trace id, is found by reading it once', async () => {
  const sandbox = await sandboxForTest({ traceIdEcho: 'inErrorsAlone' });
  sandbox.store.put('contacts', { email: 'a@example1.org', firstname: 'before' });
  const outcome = await upsert({
    items: [{ email: 'a@Example1.org' }, { email: 'A@example1.org ' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      objectType: { __rl: true, mode: 'id', value: 'contacts' },
      idProperty: { __rl: true, mode: 'name', value: 'email' },
    },
  });
  expectAllAccounted(outcome, 2);
  const { id } = sandbox.store.find('contacts', 'email', 'a@example1.org')!;
  expect(writtenOf(outcome)).toMatchObject([{ id }, { id }]);
  expect(sandbox.log.upserts()).toHaveLength(1);
  expect(sandbox.log.of('read').length).toBeLessThanOrEqual(1);
});
