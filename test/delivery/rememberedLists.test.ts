import type { RequestOutcome } from '../../nodes/HubspotBatchUpsert/delivery/requestOutcome';
import {
  ListReader,
  RememberedLists,
} from '../../nodes/HubspotBatchUpsert/delivery/rememberedLists';
import type { ApiRequest } from '../../nodes/HubspotBatchUpsert/delivery/requests';
import { VirtualClock } from '../rateLimit/simulation/virtualClock';
import { hubspotResponse } from '../support/hubspotResponse';

const list = (objectType: string): ApiRequest => ({
  method: 'GET',
  path: `/crm/v3/properties/${objectType}`,
});

/** HubSpot numbers its answers, so that a new one shows. */
function begin() {
  const clock = new VirtualClock();
  const lists = new RememberedLists(clock);
  const asked: string[] = [];
  const answering = async ({ path }: ApiRequest): Promise<RequestOutcome> => {
    const result = hubspotResponse(200, { number: asked.push(path) });
    await clock.sleep(100);
    return { result, isOutcomeUnknown: false };
  };
  const execution = (
    ask: (request: ApiRequest) => Promise<RequestOutcome> = answering,
    ended = new AbortController().signal,
    manner = '',
  ) => new ListReader(lists, { ask, manner, ended }, clock);
  const read = async (reader: ListReader, objectType = 'deals') => {
    const { result } = await clock.run(reader.read(list(objectType)));
    return result?.kind === 'response'
      ? (result.json as { number?: number } | undefined)?.number
      : result;
  };
  return { clock, lists, asked, execution, read };
}

it('what one execution has read the next ones know, for some minutes', async () => {
  const { clock, execution, read, asked } = begin();
  expect(await read(execution())).toBe(1);
  const next = execution();
  expect(await read(next)).toBe(1);
  expect(next.isByMemory).toBe(true);
  await clock.run(clock.sleep(300_000));
  const later = execution();
  expect(await read(later)).toBe(2);
  expect(later.isByMemory).toBe(false);
  expect(asked).toHaveLength(2);
});

it('all who ask at the same time share one request', async () => {
  const { clock, execution, asked } = begin();
  const all = [execution(), execution(), execution()];
  const ends = await clock.run(Promise.all(all.map((one) => one.read(list('deals')))));
  expect(asked).toHaveLength(1);
  expect(ends.every((end) => end === ends[0])).toBe(true);
});

it('an execution that wants to know anew asks once, and no answer from before it counts', async () => {
  const { execution, read, asked } = begin();
  await read(execution());
  const reader = execution();
  await read(reader);
  reader.readAnew();
  expect(reader.isByMemory).toBe(false);
  expect([await read(reader), await read(reader)]).toEqual([2, 2]);
  expect(asked).toHaveLength(2);
});

it('an execution asks for a list once, whatever comes of it, until it wants to know anew', async () => {
  const { execution, read } = begin();
  let refusals = 0;
  const reader = execution(() => {
    refusals += 1;
    return Promise.resolve({ result: hubspotResponse(403), isOutcomeUnknown: false });
  });
  await read(reader);
  await read(reader);
  expect(refusals).toBe(1);
  await read(reader, 'contacts');
  expect(refusals).toBe(2);
  reader.readAnew();
  await read(reader);
  expect(refusals).toBe(3);
  reader.forget('deals');
  await read(reader);
  expect(refusals).toBe(4);
});

it('what keeps one execution from reading keeps no other from it', async () => {
  const { clock, execution, asked } = begin();
  const nothing: RequestOutcome = { result: undefined, isOutcomeUnknown: false };
  const stopped = execution(async () => {
    await clock.sleep(10);
    return nothing;
  });
  const other = execution();
  const ends = [stopped.read(list('deals')), other.read(list('deals'))];
  const [own, others] = await clock.run(Promise.all(ends));
  expect(own).toEqual(nothing);
  expect(others?.result).toMatchObject({ json: { number: 1 } });
  expect(asked).toHaveLength(1);
});

it('who asks more often or more patiently does not depend on who asks otherwise', async () => {
  const { clock, execution, asked } = begin();
  const hasty = execution(
    async () => {
      await clock.sleep(10);
      return { result: hubspotResponse(503), isOutcomeUnknown: false };
    },
    undefined,
    'no retries',
  );
  const patient = execution(undefined, undefined, 'five retries');
  const ends = [hasty.read(list('deals')), patient.read(list('deals'))];
  const [ofHasty, ofPatient] = await clock.run(Promise.all(ends));
  expect(ofHasty?.result).toMatchObject({ status: 503 });
  expect(ofPatient?.result).toMatchObject({ json: { number: 1 } });
  expect(asked).toHaveLength(1);
});

it('one that ends does not wait for what another one reads', async () => {
  const { clock, execution } = begin();
  const stop = new AbortController();
  const reading = execution().read(list('deals'));
  const ended = execution(undefined, stop.signal).read(list('deals'));
  stop.abort();
  expect(await ended).toEqual({ result: undefined, isOutcomeUnknown: false });
  await clock.run(reading);
});

it('a refusal is not remembered', async () => {
  const { execution, read, asked } = begin();
  const refused = execution(() =>
    Promise.resolve({ result: hubspotResponse(403), isOutcomeUnknown: false }),
  );
  await read(refused);
  expect(await read(execution())).toBe(1);
  expect(asked).toHaveLength(1);
});

it('what HubSpot seems to know otherwise is forgotten, with the owners, and nothing else', async () => {
  const { execution, lists, read } = begin();
  for (const type of ['deals', 'contacts', 'owners']) await read(execution(), type);
  lists.forget('deals');
  const again = execution();
  expect([await read(again, 'contacts'), await read(again, 'deals')]).toEqual([2, 4]);
  expect(await read(again, 'owners')).toBe(5);
});

it('only so many lists are kept, the latest ones', async () => {
  const { execution, read, asked } = begin();
  for (let n = 0; n < 250; n += 1) await read(execution(), `2-${n}`);
  await read(execution(), '2-249');
  expect(asked).toHaveLength(250);
  await read(execution(), '2-0');
  expect(asked).toHaveLength(251);
});
