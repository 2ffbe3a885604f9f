import { getEventListeners } from 'node:events';
import { Queue } from '../../nodes/HubspotBatchUpsert/rateLimit/queue';

/** A queue whose turns are texts, and who has had one, in order. */
function begin() {
  const queue = new Queue<string>();
  const turns: string[] = [];
  const join = (name: string, share = 1, signal?: AbortSignal) =>
    queue.join(share, signal).then((turn) => turns.push(`${name} has ${turn}`));
  const grantFirst = async (turn: string) => {
    queue.heads()[0]?.grant(turn);
    await Promise.resolve();
  };
  return { queue, turns, join, grantFirst };
}

it('nobody is at the head of an empty queue', () => {
  expect(begin().queue.heads()).toEqual([]);
});

it('turns are granted in the order of coming', async () => {
  const { queue, turns, join, grantFirst } = begin();
  const all = [join('a'), join('b')];
  await grantFirst('one');
  await grantFirst('two');
  await Promise.all(all);
  expect(turns).toEqual(['a has one', 'b has two']);
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
  it('goes with the reason, and the next one has the turn', async () => {
    const { turns, join, grantFirst } = begin();
    const stop = new AbortController();
    const first = join('first', 1, stop.signal);
    const second = join('second');
    stop.abort(new Error('stopped'));
    await expect(first).rejects.toThrow('stopped');
    await grantFirst('one');
    await second;
    expect(turns).toEqual(['second has one']);
  });

  it('before he came does not join', async () => {
    const { queue } = begin();
    const gone = AbortSignal.abort(new Error('stopped'));
    await expect(queue.join(1, gone)).rejects.toThrow('stopped');
    expect(queue.heads()).toEqual([]);
  });

  it('takes no turn that is granted too late', async () => {
    const { queue, turns, join } = begin();
    const stop = new AbortController();
    const gone = join('a', 1, stop.signal);
    const [head] = queue.heads();
    stop.abort(new Error('stopped'));
    head?.grant('late');
    await expect(gone).rejects.toThrow('stopped');
    expect(turns).toEqual([]);
  });
});

it.each(['had a turn', 'gave up'])(
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
