import { expectAllAccounted, onlyFailureOf } from '../../support/accounted';
import { allCreated, hubspotAnswers, upsertToHubspot, type SentInput } from '../../support/answers';
import { lineItems } from '../../support/upsert';

const GONE = { category: 'OBJECT_NOT_FOUND', message: 'The object may be deleted' };
const NOT_YOURS = {
  category: 'USER_DOES_NOT_HAVE_PERMISSIONS',
  message: 'You may not edit this record',
};
const byTraceId = ({ objectWriteTraceId }: SentInput) => ({
  objectWriteTraceId: [objectWriteTraceId],
});
const byId = ({ id }: SentInput) => ({ ids: [id] });

it.each([
  ['404 with its trace id', 404, GONE, byTraceId, 2],
  ['404 with its id', 404, GONE, byId, 11],
  ['403 with its trace id', 403, NOT_YOURS, byTraceId, 2],
])('a record that HubSpot names in a %s is to blame, and nothing else', async (...given) => {
  const [, status, said, contextOf, mostRequests] = given;
  const refusing = (inputs: SentInput[]) => {
    const bad = inputs.find(({ id }) => id === 'K-3');
    const body = bad && { status: 'error', ...said, context: contextOf(bad) };
    return body ? { status, body } : allCreated(inputs);
  };
  const heard = hubspotAnswers({ upsert: [refusing] });
  const outcome = await upsertToHubspot({ items: lineItems(20) });
  expectAllAccounted(outcome, 20);
  expect(onlyFailureOf(outcome)).toMatchObject({
    idValue: 'K-3',
    httpStatus: status,
    category: said.category,
    message: said.message,
  });
  expect(heard.upserts.length).toBeLessThanOrEqual(mostRequests);
});
