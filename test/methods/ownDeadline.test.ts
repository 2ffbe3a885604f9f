import type { NodeError } from 'n8n-workflow';
import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { letGoOfLongTimers } from '../support/longTimers';
import { sandboxForTest, TOKEN } from '../support/sandbox';
import { oAuth2Of, serviceKeyOf } from '../support/upsert';
import { columns, labels, list, type Panel } from './editor';

letGoOfLongTimers();

const LISTS: Array<(panel: Panel) => Promise<unknown>> = [
  (panel) => list('searchObjectTypes', panel),
  (panel) => list('searchIdProperties', panel),
  (panel) => columns(panel),
  (panel) => labels({ ...panel, otherTypes: ['deals'] }),
];

const WITHOUT_END: FaultAction[] = [
  { kind: 'hang' },
  { kind: 'stall', after: 'headers' },
  { kind: 'stall', after: 'body' },
  { kind: 'switchingProtocols' },
];

/** A panel for each way in which an answer does not end, at the token endpoint and at all others. */
async function panels(): Promise<Panel[]> {
  const sandboxes = WITHOUT_END.flatMap((fault) =>
    [TOKEN, '/crm'].map(async (path): Promise<Panel> => {
      const sandbox = await sandboxForTest();
      sandbox.faults.add({ match: { path }, do: fault });
      if (path !== TOKEN) return { sandbox, credential: serviceKeyOf(sandbox) };
      const { credential } = oAuth2Of(sandbox);
      sandbox.oauth.expireAccessTokens();
      return { sandbox, credential };
    }),
  );
  return await Promise.all(sandboxes);
}

/** All at once, since each of them waits for 20 seconds, where n8n would wait for 300 or for ever. */
it('no answer and no renewal of a token without an end holds a list up', async () => {
  const loading = (await panels()).flatMap((panel) => LISTS.map((load) => load(panel)));
  const loaded = await Promise.allSettled(loading);
  expect(loaded).toHaveLength(WITHOUT_END.length * 2 * LISTS.length);
  for (const end of loaded) {
    const { message, description } = (end as PromiseRejectedResult).reason as NodeError;
    expect(`${message}. ${description}`).toMatch(/did not (answer|end) within 20 seconds/);
  }
});
