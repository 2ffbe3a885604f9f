import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { unreadFailures } from '../../nodes/HubspotBatchUpsert/write/unreadFailures';
import { delivering, lineItems } from '../support/delivering';
import { hubspotResponse } from '../support/hubspotResponse';
import { writeOf } from '../support/write';

const unsent = { attempted: false, stage: 'read' };

function failing(unanswered?: ReturnType<typeof hubspotResponse>, target = lineItems()) {
  const { run } = delivering();
  const write = writeOf('A', {}, { target });
  return { failure: unreadFailures({ unanswered }, target, run)(write), target, run };
}

it.each([
  ['trouble at HubSpot', 503, {}, { category: 'NETWORK', httpStatus: 503, retryable: true }],
  [
    'a refusal',
    400,
    { message: 'not so' },
    { httpStatus: 400, retryable: false, message: 'not so' },
  ],
  [
    'an answer for some alone',
    207,
    { results: [] },
    { category: 'NOT_ATTEMPTED', retryable: true },
  ],
])('%s is told as it is, of a record that was not sent', (_, status, body, expected) => {
  const { failure, target, run } = failing(hubspotResponse(status, body));
  expect(failure).toMatchObject({ ...unsent, ...expected });
  expect([target.fault, run.stopped]).toEqual([undefined, undefined]);
});

it('what every request would meet ends the run', () => {
  const { failure, run } = failing(hubspotResponse(401, {}));
  expect(failure).toMatchObject({ ...unsent, httpStatus: 401 });
  expect(run.stopped?.title).toMatch(/does not accept the credential/);
});

it('what all of the target would meet ends its part', () => {
  const body = { message: 'Unable to infer object type from: x' };
  const { failure, target, run } = failing(hubspotResponse(400, body));
  expect(failure).toMatchObject(unsent);
  expect(target.fault?.title).toMatch(/no object type/);
  expect(run.stopped).toBeUndefined();
});

it('a 404 ends nothing where the object type is known to be there', () => {
  const known = new Target('line_items', 'sku', toPropertyDefinitions([{ name: 'sku' }]));
  const { failure, target } = failing(hubspotResponse(404, { status: 'error' }), known);
  expect(failure).toMatchObject({ ...unsent, httpStatus: 404 });
  expect(target.fault).toBeUndefined();
});

it('where nothing was sent any more, the reason is the run’s', () => {
  const target = lineItems();
  const { run } = delivering();
  run.stop({ ...CANCELLED, title: 'It is enough' });
  const failure = unreadFailures({}, target, run)(writeOf('A', {}, { target }));
  expect(failure.category).toBe('NOT_ATTEMPTED');
  expect(failure.message).toMatch(/it is enough/i);
});
