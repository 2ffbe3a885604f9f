import { globalAgent } from 'node:http';
import { sandboxesOfTest } from './sandbox';
import { watchUnpacking } from './unpacking';

const REAL = [
  'hrtime',
  'nextTick',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
] as const;

/** What can be under way besides timers: connections, and what is asked of the system for them. */
const WORK = new Set(['TCPSocketWrap', 'TCPConnectWrap', 'GetAddrInfoReqWrap', 'FSReqCallback']);

/** What one turn of the event loop brings may go on in the next ones, with nothing to be seen. */
const QUIET_TURNS = 5;

/**
 * Time passes in the tests that follow only while nothing else goes on. All timers of the test, the
 * node, n8n and the sandbox jump to their end when every request has been answered or is held back
 * on purpose: an hour takes a moment, and no verdict depends on how fast the machine is.
 */
export function virtualTime(): void {
  let passing: Promise<void>;
  let isOver = false;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: [...REAL] });
    isOver = false;
    passing = pass(() => isOver);
  });
  afterEach(async () => {
    isOver = true;
    await passing;
    jest.useRealTimers();
  });
}

async function pass(isOver: () => boolean): Promise<void> {
  const unpacking = watchUnpacking();
  for (let quietTurns = 0; !isOver();) {
    await new Promise((resolve) => setImmediate(resolve));
    quietTurns = isNobodyConnected() && !unpacking.isUnderWay() ? quietTurns + 1 : 0;
    if (quietTurns < QUIET_TURNS || isOver()) continue;
    jest.advanceTimersToNextTimer();
    quietTurns = 0;
  }
  unpacking.end();
}

/**
 * Does nobody wait for an answer but for those that are held back? Of their connections both ends are
 * listed; of one that n8n keeps for its next request to the token endpoint, only the sandbox's.
 */
function isNobodyConnected(): boolean {
  const work = process.getActiveResourcesInfo().filter((name) => WORK.has(name));
  const heldBack = sandboxesOfTest().reduce((sum, sandbox) => sum + sandbox.heldBack(), 0);
  const kept = Object.values(globalAgent.freeSockets).flat().length;
  return work.length === 2 * heldBack + kept;
}
