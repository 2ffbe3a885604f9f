import { Workflow } from 'n8n-workflow';
import nock from 'nock';
import {
  withSharedState,
  type SharedState,
} from '../../../nodes/HubspotBatchUpsert/delivery/sharedState';

const HUBSPOT = 'http://hubspot.invalid';

/** What outlives a file of tests: the package, and so what is written on it. */
const packages = Workflow as typeof Workflow & { seen?: SharedState[] };
const seen = (packages.seen ??= []);

const globals = globalThis as { leftBehind?: boolean };

/** What can be replaced. */
const functions: unknown[] = [
  globalThis.fetch,
  globalThis.setTimeout,
  Reflect.get(Workflow.prototype, 'getNode'),
];

const directory = process.cwd();
const warned = () => undefined;

/** Finds none of the traces that another file has left, and leaves all of them. */
export function testTraces(): void {
  const matchers = expect as { toLeaveTraces?: unknown };

  it(`after ${seen.length} other files in this process, there is no trace`, async () => {
    await withSharedState('account', async (shared) => {
      await Promise.resolve();
      expect(seen).not.toContain(shared);
      seen.push(shared);
    });
    expect(matchers.toLeaveTraces).toBeUndefined();
    expect(globals.leftBehind).toBeUndefined();
    expect(process.env.LEFT_BEHIND).toBeUndefined();
    expect(process.env.TZ_BEFORE).toBe(process.env.TZ);
    expect(process.listenerCount('warning')).toBe(1);
    expect(nock.isActive()).toBe(false);
    expect(nock.pendingMocks()).toEqual([]);
    expect(functions.filter((given) => jest.isMockFunction(given))).toEqual([]);
    expect(jest.getRealSystemTime() - Date.now()).toBeLessThan(1_000);
    expect(setTimeout).not.toHaveProperty('clock');
    expect(directory).toBe(process.env.ROOT);
  });

  it('it leaves traces', () => {
    expect.extend({ toLeaveTraces: () => ({ pass: true, message: () => '' }) });
    globals.leftBehind = true;
    process.env.LEFT_BEHIND = 'yes';
    process.env.TZ = 'Pacific/Apia';
    process.on('warning', warned);
    process.chdir('test');
    globalThis.fetch = jest.fn();
    jest.useFakeTimers();
    jest.spyOn(Workflow.prototype, 'getNode').mockReturnValue(null);
    nock.activate();
    nock(HUBSPOT).persist().get('/').reply(200);
    nock.disableNetConnect();
    expect(nock.pendingMocks()).toHaveLength(1);
  });
}
