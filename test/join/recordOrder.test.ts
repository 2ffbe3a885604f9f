import { RecordOrder } from '../../nodes/HubspotBatchUpsert/join/recordOrder';

/** Writers by name, and the names of those who have had their turn, in its order. */
function lines(writers: Record<string, string[]>) {
  const order = new RecordOrder<{ name: string }>();
  const went: string[] = [];
  const all = Object.entries(writers).map(([name, records]) => {
    const writer = { name };
    order.enter(writer, records);
    return writer;
  });
  for (const writer of all) void order.turn(writer, undefined).then(() => went.push(writer.name));
  const leave = async (name: string) => {
    order.leave(all.find((writer) => writer.name === name)!);
    await settled();
  };
  return { order, went, leave, all };
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

it('who writes other records does not wait', async () => {
  const { went } = lines({ a: ['1'], b: ['2'], c: ['3', '4'] });
  await settled();
  expect(went).toEqual(['a', 'b', 'c']);
});

it('who writes the same record goes when the one before is done', async () => {
  const { went, leave } = lines({ a: ['1'], b: ['1'], c: ['1'] });
  await settled();
  expect(went).toEqual(['a']);
  await leave('a');
  expect(went).toEqual(['a', 'b']);
  await leave('b');
  expect(went).toEqual(['a', 'b', 'c']);
});

it('one that names a record twice waits, and holds up others, once', async () => {
  const { went, leave } = lines({ a: ['1', '1'], b: ['1', '1'], c: ['1'] });
  await leave('a');
  expect(went).toEqual(['a', 'b']);
  await leave('b');
  expect(went).toEqual(['a', 'b', 'c']);
});

it('one with several records waits for all who came before it, and holds up who comes after', async () => {
  const { went, leave } = lines({ a: ['1'], b: ['2'], c: ['1', '2'], d: ['2', '3'] });
  await leave('b');
  expect(went).toEqual(['a', 'b']);
  await leave('a');
  expect(went).toEqual(['a', 'b', 'c']);
  await leave('c');
  expect(went).toEqual(['a', 'b', 'c', 'd']);
});

it('who gives up while it waits lets the next ones go in its place', async () => {
  const { went, leave } = lines({ a: ['1'], b: ['1', '2'], c: ['2'] });
  await leave('b');
  expect(went).toEqual(['a', 'c']);
});

it('a wait ends with its signal', async () => {
  const { order, all } = lines({ a: ['1'], b: ['1'] });
  await order.turn(all[1]!, AbortSignal.abort());
  const stop = new AbortController();
  const waiting = order.turn(all[1]!, stop.signal);
  stop.abort();
  await waiting;
});
