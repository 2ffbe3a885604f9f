import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('a record id that HubSpot refuses in an update was sent, though it is read afterwards', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ hs_object_id: '503', name: 'a' }],
    credential: serviceKeyOf(sandbox),
    parameters: idProperty('hs_object_id'),
  });
  expectAllAccounted(outcome, 1);
  expect(sandbox.log.of('update')).toHaveLength(1);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND', attempted: true }]);
});
