import { getEventListeners } from 'node:events';
import { PermitQueue } from '../../nodes/HubspotBatchUpsert/rateLimit/permitQueue';

/** A queue whose permits are texts, and who has had one, in order. */
function begin() {
  const queue = new PermitQueue<string>();
  const permits: string[] = [];
  const join = (name: string, share = 1, signal?: AbortSignal) =>
    queue.join(share, Infinity, signal).then((permit) => permits.push(`${name} has ${permit}`));
  const grantFirst = async (permit: string) => {
    queue.heads()[0]?.grant(permit);
    await Promise.resolve();
  };
  return { queue, permits, join, grantFirst };
}

it('nobody is at the head of an empty queue', () => {
  expect(begin().queue.heads()).toEqual([]);
});

it('permits are granted in the order of coming', async () => {
  const { queue, permits, join, grantFirst } = begin();
  const all = [join('a'), join('b')];
  await grantFirst('one');
  await grantFirst('two');
  await Promise.all(all);
  expect(permits).toEqual(['a has one', 'b has two']);
  expect(queue.heads()).toEqual([]);
});

it('each share has a line of its own, and who came first is first of all', async () => {
  const { queue, join, grantFirst } = begin();
  void join('a', 1);
  void join('b', 0.5);
  void join('c', 1);
  expect(queue.heads().map(({ share }) => share)).toEqual([1, 0.5]);
  await grantFirst('one');
  expect(queue.heads().map(({ share }) => share)).toEqual([0.5, 1]);
});

describe('one who gives up', () => {
  it('goes with the reason, and the next one has the permit', async () => {
    const { permits, join, grantFirst } = begin();
    const stop = new AbortController();
    const first = join('first', 1, stop.signal);
    const second = join('second');
    stop.abort(new Error('stopped'));
    await expect(first).rejects.toThrow('stopped');
    await grantFirst('one');
    await second;
    expect(permits).toEqual(['second has one']);
  });

  it('before he came does not join', async () => {
    const { queue } = begin();
    const gone = AbortSignal.abort(new Error('stopped'));
    await expect(queue.join(1, Infinity, gone)).rejects.toThrow('stopped');
    expect(queue.heads()).toEqual([]);
  });

  it('takes no permit that is granted too late', async () => {
    const { queue, permits, join } = begin();
    const stop = new AbortController();
    const gone = join('a', 1, stop.signal);
    const [head] = queue.heads();
    stop.abort(new Error('stopped'));
    head?.grant('late');
    await expect(gone).rejects.toThrow('stopped');
    expect(permits).toEqual([]);
  });
});

it.each(['had a permit', 'gave up'])(
  'nobody who %s listens to the end of the run any longer',
  async (end) => {
    const { join, grantFirst } = begin();
    const stop = new AbortController();
    const waiting = join('a', 1, stop.signal).catch(() => undefined);
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1);
    if (end === 'gave up') stop.abort();
    else await grantFirst('one');
    await waiting;
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  },
);
