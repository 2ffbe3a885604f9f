import { sendBatch } from '../../nodes/HubspotBatchUpsert/write/sendBatch';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { delivering, endsOf, failureOf, lineItems, writesOf } from '../support/delivering';
import { networkError } from '../support/n8n';
import { allCreated, complete, found, resultFor, type SentInput } from '../support/replies';
import { aboutProperties, traced } from '../support/refusals';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const NO_RETRIES = { maxRetries: 0 };
const STOPPED = { ...CANCELLED, title: 'It is enough' };

function prepared(script: Script, ...ids: string[]) {
  const target = lineItems();
  const writes = writesOf(target, ...ids);
  return { ...delivering(script, { items: ids.length, settings: NO_RETRIES }), target, writes };
}

/** One request for the records, and what is left of them. */
async function sent(script: Script, ...ids: string[]) {
  const all = prepared(script, ...ids);
  const { target, writes, context } = all;
  return { ...all, left: await inVirtualTime(sendBatch({ target, members: writes }, context)) };
}

const refusal = (status: number, body: object) => ({ status, body });
const holdingA = found([{ sku: 'A', name: 'Name A' }]);

it('records travel in one request, each under its id and its trace id', async () => {
  const { hubspot, run, left } = await sent({}, 'A', 'B');
  expect(hubspot.requests.map(({ body }) => body as unknown)).toEqual([
    {
      inputs: ['A', 'B'].map((id) => ({
        id,
        idProperty: 'sku',
        properties: { sku: id, name: `Name ${id}` },
        objectWriteTraceId: `trace-${id}`,
      })),
    },
  ]);
  expect(hubspot.requests[0]?.url).toContain('/line_items/');
  expect(endsOf(run)).toEqual(['created', 'created']);
  expect(left).toMatchObject({ resend: [], toBisect: [], isRefused: false });
  expect(left.isTaken).toBe(true);
  expect(run.ledger.holdsUnconfirmed).toBe(false);
});

describe('a response that does not settle all', () => {
  it('has the others looked for in HubSpot: held there, they are written', async () => {
    const onlyA = (inputs: SentInput[]) => complete(inputs.slice(0, 1).map(resultFor));
    const read = [found([{ sku: 'B', name: 'Name B' }])];
    const { run, hubspot } = await sent({ upsert: [onlyA], read }, 'A', 'B', 'C');
    expect(hubspot.reads).toEqual([['B', 'C']]);
    expect(endsOf(run)).toEqual(['created', 'written', 'NO_OUTCOME']);
    expect(run.ledger.entry(1)).toMatchObject({ hubspot: { id: '700' } });
    expect(run.ledger.holdsUnconfirmed).toBe(true);
  });

  it('leaves nothing unconfirmed where HubSpot holds all of them', async () => {
    const { run } = await sent({ upsert: [complete([])], read: [holdingA] }, 'A');
    expect(endsOf(run)).toEqual(['written']);
    expect(run.ledger.holdsUnconfirmed).toBe(false);
  });
});

describe('a request that nobody knows the end of', () => {
  it.each([
    ['broke off', networkError('ECONNRESET'), 'NETWORK'],
    ['got a 500', refusal(500, {}), 'NETWORK'],
    ['got a 504', refusal(504, {}), 'TIMEOUT'],
  ])('and %s: records are looked for before they are called failed', async (_, end, category) => {
    const { run, hubspot, left } = await sent({ upsert: [end], read: [holdingA] }, 'A', 'B');
    expect(hubspot.reads).toEqual([['A', 'B']]);
    expect(endsOf(run)).toEqual(['written', category]);
    expect(run.ledger.holdsUnconfirmed).toBe(true);
    expect(left.isTaken).toBe(true);
  });

  it('is remembered by its records: refused later, they are looked for', async () => {
    const all = prepared({ upsert: [refusal(400, { message: 'no' })], read: [holdingA] }, 'A');
    all.writes[0]!.mayBeWritten = true;
    await inVirtualTime(sendBatch({ target: all.target, members: all.writes }, all.context));
    expect(endsOf(all.run)).toEqual(['written']);
  });

  it('is remembered where a retry was refused', async () => {
    const target = lineItems();
    const { run, context, hubspot } = delivering(
      { upsert: [networkError('ECONNRESET'), refusal(400, { message: 'no' })], read: [holdingA] },
      { items: 1 },
    );
    await inVirtualTime(sendBatch({ target, members: writesOf(target, 'A') }, context));
    expect(hubspot.upserts).toHaveLength(2);
    expect(endsOf(run)).toEqual(['written']);
  });
});

it.each([
  ['never left', networkError('ECONNREFUSED'), 'NETWORK'],
  ['was refused', refusal(400, { category: 'BAD', message: 'no' }), 'BAD'],
])('a request that %s wrote nothing, so nothing is looked for', async (_, end, category) => {
  const { run, hubspot } = await sent({ upsert: [end] }, 'A');
  expect(hubspot.reads).toEqual([]);
  expect(endsOf(run)).toEqual([category]);
  expect(run.ledger.holdsUnconfirmed).toBe(false);
});

describe('a refusal of the batch', () => {
  it('that names a record settles it and leaves the others to be sent again', async () => {
    const body = { category: 'BAD', message: 'no', ...traced('trace-B') };
    const { run, left, writes } = await sent({ upsert: [refusal(400, body)] }, 'A', 'B', 'C');
    const [a, , c] = writes;
    expect(left).toMatchObject({ resend: [[a, c]], toBisect: [], isRefused: false });
    expect(run.ledger.unsettled()).toEqual([0, 2]);
    expect(failureOf(run, 1)).toMatchObject({ category: 'BAD', httpStatus: 400 });
  });

  it('that names nobody leaves all to be tested, with what HubSpot said', async () => {
    const { run, left, writes } = await sent(
      { upsert: [refusal(422, { message: 'no' })] },
      'A',
      'B',
    );
    expect(left).toMatchObject({ resend: [], toBisect: writes, isRefused: true });
    expect(run.ledger.unsettled()).toEqual([0, 1]);
    expect(writes.map(({ refusal: failure }) => failure?.message)).toEqual([
      expect.stringMatching(/HubSpot said: no$/),
      expect.stringMatching(/HubSpot said: no$/),
    ]);
    expect(left.isTaken).toBe(false);
  });
});

describe('a fault', () => {
  it('of the credential ends the run, and is every record’s', async () => {
    const { run, target } = await sent({ upsert: [refusal(401, { message: 'no' })] }, 'A', 'B');
    expect(run.stopped?.title).toBe('HubSpot does not accept the credential');
    expect(target.fault).toBeUndefined();
    for (const index of [0, 1]) {
      expect(failureOf(run, index)).toMatchObject({ httpStatus: 401, attempted: true });
      expect(failureOf(run, index).message).toMatch(/^HubSpot does not accept the credential\./);
    }
  });

  it('of the object type ends its target’s part, and the run goes on', async () => {
    const body = { message: 'Unable to infer object type from: line_itemz' };
    const { run, target, hubspot, left } = await sent({ upsert: [refusal(400, body)] }, 'A', 'B');
    expect(run.stopped).toBeUndefined();
    expect(target.fault?.title).toMatch(/no object type/);
    expect(endsOf(run)).toEqual(['INVALID_VALUE', 'INVALID_VALUE']);
    expect(hubspot.reads).toEqual([]);
    expect(left).toMatchObject({ resend: [], toBisect: [], isRefused: false });
    expect(left.isTaken).toBe(false);
  });

  it('of a property that HubSpot does not have keeps back those that set it, and no other', async () => {
    const body = aboutProperties('PROPERTY_DOESNT_EXIST', 'name');
    const { target, context, run, hubspot, writes } = await sent(
      { upsert: [refusal(400, body), allCreated] },
      'A',
      'B',
      'C',
    );
    expect(endsOf(run)).toEqual(['INVALID_VALUE', 'INVALID_VALUE', 'INVALID_VALUE']);
    expect(target.fault).toBeUndefined();
    expect(target.faultOfAll?.properties).toEqual(['name']);
    const next = delivering({}, { items: 2 });
    const later = [
      { ...writes[0]!, indexes: [0] },
      { ...writes[1]!, indexes: [1], properties: { price: '1' } },
    ];
    await inVirtualTime(sendBatch({ target, members: later }, next.context));
    expect(next.hubspot.upserts).toEqual([['B']]);
    expect(endsOf(next.run)).toEqual(['NOT_ATTEMPTED', 'created']);
    expect(target.faultOfAll).toBeUndefined();
    expect(context.run.stopped).toBeUndefined();
    expect(hubspot.upserts).toHaveLength(1);
  });
});

describe('a record that may not be sent any more', () => {
  it('is settled, and no request is made for it', async () => {
    const { run, context, target, writes, hubspot } = prepared({}, 'A', 'B');
    run.stop(STOPPED);
    const left = await inVirtualTime(sendBatch({ target, members: writes }, context));
    expect(hubspot.requests).toEqual([]);
    expect(endsOf(run)).toEqual(['NOT_ATTEMPTED', 'NOT_ATTEMPTED']);
    expect(left).toMatchObject({ resend: [], toBisect: [], isRefused: false });
    expect(left.isTaken).toBe(false);
  });

  it('is settled where the run ends while it waits', async () => {
    const { run, context, target, writes, hubspot } = prepared({}, 'A', 'B');
    const sending = sendBatch({ target, members: writes }, context);
    run.stop(STOPPED);
    const left = await inVirtualTime(sending);
    expect(hubspot.requests).toEqual([]);
    expect(endsOf(run)).toEqual(['NOT_ATTEMPTED', 'NOT_ATTEMPTED']);
    expect(left).toMatchObject({ resend: [], toBisect: [], isRefused: false });
  });

  it('but was refused before says so, and only that', async () => {
    const { run, context, target, writes } = prepared({}, 'A', 'B');
    writes[0]!.refusal = ownFailure('INVALID_VALUE', 'HubSpot refused the batch');
    run.stop(STOPPED);
    await inVirtualTime(sendBatch({ target, members: writes }, context));
    expect(endsOf(run)).toEqual(['INVALID_VALUE', 'NOT_ATTEMPTED']);
  });

  it('is looked for where an earlier request may have written it', async () => {
    const { run, context, target, writes, hubspot } = prepared({ read: [holdingA] }, 'A', 'B');
    for (const write of writes) write.mayBeWritten = true;
    run.stop(STOPPED);
    await inVirtualTime(sendBatch({ target, members: writes }, context));
    expect(hubspot.upserts).toEqual([]);
    expect(hubspot.reads).toEqual([['A', 'B']]);
    expect(endsOf(run)).toEqual(['written', 'NOT_ATTEMPTED']);
  });

  it('because an earlier write of its sequence is open does not keep the others back', async () => {
    const { run, context, target, writes, hubspot } = prepared({}, 'A', 'B');
    writes[0]!.sequence = { isUnconfirmed: true };
    await inVirtualTime(sendBatch({ target, members: writes }, context));
    expect(hubspot.upserts).toEqual([['B']]);
    expect(endsOf(run)).toEqual(['NOT_ATTEMPTED', 'created']);
  });
});

it('an open write holds back the next one of its sequence', async () => {
  const { run, context, target, writes } = prepared({ upsert: [complete([])] }, 'A', 'A');
  const sequence = { isUnconfirmed: false };
  for (const write of writes) write.sequence = sequence;
  const [first, second] = writes.map((write) => ({ target, members: [write] }));
  await inVirtualTime(sendBatch(first!, context));
  await inVirtualTime(sendBatch(second!, context));
  expect(endsOf(run)).toEqual(['NO_OUTCOME', 'NOT_ATTEMPTED']);
});
