import { tellingProgress } from '../../nodes/HubspotBatchUpsert/delivery/progress';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const workOf = (ms: number) => async () => {
  await new Promise<void>((resolve) => setTimeout(resolve, ms));
};

it('tells every ten seconds until the work is done', async () => {
  let told = 0;
  const tell = () => {
    told += 1;
  };
  await inVirtualTime(tellingProgress(tell, workOf(35_000)));
  expect(told).toBe(3);
  expect(jest.getTimerCount()).toBe(0);
});

it('where it cannot be told, the work goes on', async () => {
  let tried = 0;
  const tell = () => {
    tried += 1;
    throw new Error('The log is gone');
  };
  let isDone = false;
  const work = async () => {
    await workOf(35_000)();
    isDone = true;
  };
  await inVirtualTime(tellingProgress(tell, work));
  expect([tried, isDone]).toEqual([1, true]);
});

it('what the work throws is thrown, and nothing is told any more', async () => {
  const failing = async () => {
    await Promise.reject(new Error('The work failed'));
  };
  await expect(tellingProgress(() => undefined, failing)).rejects.toThrow('The work failed');
  expect(jest.getTimerCount()).toBe(0);
});
