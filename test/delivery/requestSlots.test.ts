import { RequestSlots } from '../../nodes/HubspotBatchUpsert/delivery/requestSlots';

/** Takes a slot, and says in `taken` when it has it. */
function taking(slots: RequestSlots, taken: string[], name: string): void {
  void slots.take().then(() => taken.push(name));
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('so many requests leave at once; the others wait, the first one first', async () => {
  const slots = new RequestSlots(2);
  const taken: string[] = [];
  for (const name of ['a', 'b', 'c', 'd']) taking(slots, taken, name);
  await settle();
  expect(taken).toEqual(['a', 'b']);
  slots.giveBack();
  await settle();
  expect(taken).toEqual(['a', 'b', 'c']);
  slots.giveBack();
  await settle();
  expect(taken).toEqual(['a', 'b', 'c', 'd']);
});

it('a slot that nobody waits for is kept for the next one, and none is made twice', async () => {
  const slots = new RequestSlots(1);
  const taken: string[] = [];
  taking(slots, taken, 'a');
  await settle();
  slots.giveBack();
  taking(slots, taken, 'b');
  taking(slots, taken, 'c');
  await settle();
  expect(taken).toEqual(['a', 'b']);
  slots.giveBack();
  taking(slots, taken, 'd');
  await settle();
  expect(taken).toEqual(['a', 'b', 'c']);
});
