import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { NOTHING } from '../../nodes/HubspotBatchUpsert/response/interpret';
import { settleAll, settleUnsendable } from '../../nodes/HubspotBatchUpsert/write/settleAll';
import { delivering, endsOf, failureOf, lineItems, writesOf } from '../support/delivering';
import { found, searched } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const unknown = ownFailure('NO_OUTCOME', 'Nobody knows.', { retryable: true, attempted: true });
const refused = ownFailure('INVALID_VALUE', 'no number', { attempted: true, httpStatus: 400 });
const companies = () => new Target('companies', 'domain', undefined, 'search');

/** Records to be created of which a response told nothing. */
async function unconfirmed(
  script: Script,
  { target = lineItems(), failure = unknown, isWorthRepeating = false, timesLost = 0 } = {},
) {
  const writes = writesOf(target, 'A.com', 'B.com');
  for (const write of writes) Object.assign(write, { operation: 'create', timesLost });
  const all = delivering(script, { items: 2 });
  const told = writes.map((write) => [write, failure] as [typeof write, typeof failure]);
  const end = await inVirtualTime(
    settleAll({ ...NOTHING, unconfirmed: told }, writes, all.context, isWorthRepeating),
  );
  return { ...all, end, writes };
}

const holdsA = found([{ sku: 'A.com', name: 'Name A.com' }]);

it('what the store holds is written, and the rest is not known to be', async () => {
  const { run, end } = await unconfirmed({ read: [holdsA] });
  expect(endsOf(run)).toEqual(['written', 'NO_OUTCOME']);
  expect(end).toEqual({ isFound: true, lost: [] });
  expect(run.ledger.holdsUnconfirmed).toBe(true);
});

it('what the store does not hold is created once more where that is worth it', async () => {
  const { run, end, writes } = await unconfirmed({ read: [holdsA] }, { isWorthRepeating: true });
  expect(run.ledger.unsettled()).toEqual([1]);
  expect(end.lost).toEqual([writes[1]]);
});

it('but no more often than the option says', async () => {
  const often = { isWorthRepeating: true, timesLost: 2 };
  expect((await unconfirmed({ read: [holdsA] }, often)).end.lost).toEqual([]);
});

it('nor where the store did not tell', async () => {
  const { run, end } = await unconfirmed(
    { read: [{ status: 403, body: { message: 'not so' } }] },
    { isWorthRepeating: true },
  );
  expect(end.lost).toEqual([]);
  expect(failureOf(run, 0).message).toMatch(/^Nobody knows\. .*HTTP 403.*: not so$/);
});

it('a company that only a search would show is looked for, and may exist', async () => {
  const target = companies();
  const { run, end, hubspot } = await unconfirmed({}, { target, isWorthRepeating: true });
  expect(end.lost).toEqual([]);
  expect(hubspot.searches.length).toBeGreaterThan(9);
  expect(failureOf(run, 0).message).toMatch(
    /did not show the record for half a minute\. It may exist all the same: look for it/,
  );
});

it('one that is found ends the search', async () => {
  const shown = searched(['A.com', 'B.com'].map((domain) => [domain, { domain }]));
  const values = ['A.com', 'B.com'].map((domain) => ({ domain, name: `Name ${domain}` }));
  const read = found(values.map((one, n) => ({ ...one, hs_object_id: String(n) })));
  const { run, hubspot } = await unconfirmed(
    { search: [searched([]), shown], read: [read] },
    { target: companies() },
  );
  expect(hubspot.searches).toHaveLength(2);
  expect(endsOf(run)).toEqual(['written', 'written']);
});

it('of one whose search is refused it is said that it may exist', async () => {
  const { run } = await unconfirmed(
    { search: [{ status: 403, body: { message: 'not so' } }] },
    { target: companies() },
  );
  expect(failureOf(run, 0).message).toMatch(/: not so\. It may exist: look for it before/);
});

it('a refusal stands where no request may have written the record', async () => {
  const { run } = await unconfirmed({}, { failure: refused });
  expect(endsOf(run)).toEqual(['INVALID_VALUE', 'INVALID_VALUE']);
  expect(run.ledger.holdsUnconfirmed).toBe(false);
});

it('what may not be sent any more is settled, and the others are handed back', async () => {
  const target = lineItems();
  const writes = writesOf(target, 'A', 'B');
  const { run, context } = delivering({}, { items: 2 });
  writes[0]!.sequence = { isUnconfirmed: true };
  expect(await inVirtualTime(settleUnsendable(writes, context))).toEqual([writes[1]]);
  expect(failureOf(run, 0).category).toBe('NOT_ATTEMPTED');
  run.stop({ ...CANCELLED, title: 'It is enough' });
  expect(await inVirtualTime(settleUnsendable([writes[1]!], context))).toEqual([]);
});
