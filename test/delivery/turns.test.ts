import { setImmediate as othersHadTheirChance } from 'node:timers/promises';
import { Turns } from '../../nodes/HubspotBatchUpsert/delivery/turns';

/** Lets some take a turn, all at once, and notes who begins and who ends. */
async function noted(turns: Turns, ...names: string[]): Promise<string[]> {
  const events: string[] = [];
  const takeTurn = async (name: string) => {
    const end = await turns.take();
    events.push(`${name} begins`);
    await othersHadTheirChance();
    events.push(`${name} ends`);
    end?.();
  };
  await Promise.all(names.map(takeTurn));
  return events;
}

it('each has the turn alone, in the order in which they asked', async () => {
  expect(await noted(new Turns(), 'a', 'b', 'c')).toEqual([
    'a begins',
    'a ends',
    'b begins',
    'b ends',
    'c begins',
    'c ends',
  ]);
});

it('a turn can be had after all the others have ended', async () => {
  const turns = new Turns();
  await noted(turns, 'a', 'b');
  expect(await noted(turns, 'c')).toEqual(['c begins', 'c ends']);
});

it('a turn that does not end keeps the next one waiting, and nobody else’s turns', async () => {
  const turns = new Turns();
  const end = await turns.take();
  let hasBegun = false;
  const next = turns.take().then(() => {
    hasBegun = true;
  });
  await noted(new Turns(), 'another');
  expect(hasBegun).toBe(false);
  end?.();
  await next;
  expect(hasBegun).toBe(true);
});

it('all who wait may be let go, without a turn', async () => {
  const turns = new Turns();
  const end = await turns.take();
  const waiting = [turns.take(), turns.take()];
  turns.letAllGo();
  expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
  end?.();
  expect(await turns.take()).toBeDefined();
});
