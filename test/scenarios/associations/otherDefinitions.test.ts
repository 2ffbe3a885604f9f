import type { INodeParameters } from 'n8n-workflow';
import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { writtenKeys } from '../../support/accounted';
import { associations, putDeals } from '../../support/associations';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const LATENCY_MS = 500;
const DEAL_PROPERTIES = { path: '/crm/v3/properties/deals' };

async function associated(parameters: INodeParameters, fault?: FaultAction, deal = 'D-0') {
  const sandbox = await sandboxForTest({ latency: { minMs: LATENCY_MS, maxMs: LATENCY_MS } });
  putDeals(sandbox, 1);
  if (fault) sandbox.faults.add({ match: DEAL_PROPERTIES, do: fault });
  const outcome = await upsert({
    items: lineItems(2).map((item) => ({ ...item, type: 'deals', deal })),
    credential: serviceKeyOf(sandbox),
    parameters: { ...parameters, options: { maxRetries: 1 } },
  });
  const [own, ...others] = sandbox.log.of('properties').map(({ at }) => at);
  const hints = outcome.hints.map(({ message }) => message).join();
  return { outcome, hints, waitedMs: others.map((at) => at - own!) };
}

it('the definitions of both object types are asked for at the same time', async () => {
  const { outcome, waitedMs } = await associated(associations({ toIdProperty: 'deal_key' }));
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1']);
  expect(waitedMs).toHaveLength(1);
  expect(waitedMs[0]).toBeLessThan(LATENCY_MS);
});

it('those of an object type that an expression gives are asked for at the same time, too', async () => {
  const { outcome, waitedMs } = await associated(
    associations({ toObjectType: '={{ $json.type }}', toIdProperty: 'deal_key' }),
  );
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1']);
  expect(waitedMs).toHaveLength(1);
  expect(waitedMs[0]).toBeLessThan(LATENCY_MS);
});

it('where records are found by record id none are asked for', async () => {
  const { waitedMs } = await associated(associations({}));
  expect(waitedMs).toEqual([]);
});

it('what keeps them from being read is told where an item needs them, and they are asked for once', async () => {
  const { outcome, hints, waitedMs } = await associated(
    associations({ toIdProperty: 'deal_key' }),
    {
      kind: 'status',
      status: 403,
    },
  );
  expect(waitedMs).toHaveLength(1);
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1']);
  expect(hints).toContain(
    'The property definitions of deals could not be read, so the values to find deals by were not checked.',
  );
});

it('where no item needs them they are not asked for', async () => {
  const { outcome, hints, waitedMs } = await associated(
    associations({ toIdProperty: 'deal_key' }),
    { kind: 'status', status: 403 },
    '',
  );
  expect(waitedMs).toEqual([]);
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1']);
  expect(hints).not.toContain('deals');
});
