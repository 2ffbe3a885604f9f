import { SERIAL_PROPERTY } from '../lineItems';
import { percent, whole } from '../results/numbers';
import { compare } from './comparison';
import type { Scenario } from './section';

const BAD_SHARE = 0.01;

/** Ways to do the job, with records in it that HubSpot refuses. */
export const bad: Scenario = async (bench) => ({
  title: `${whole(bench.scale.peerRecords)} line items, ${percent(BAD_SHARE, 0)} of them bad`,
  explanation: [
    `One record in a hundred, at random places, has a value of the unique property ` +
      `\`${SERIAL_PROPERTY}\` that another record owns. Nothing but HubSpot itself can know, so no ` +
      'check beforehand helps. Only good records count as lost. Without trace ids, as in ' +
      "HubSpot's own examples, one bad record takes its whole batch with it: so it is with the " +
      'official client, HTTP Request and axios.',
    'The batch node that pairs by position sends trace ids, so good records are written; it reads ' +
      'nothing of the 207, tells bad records as written and gives the items after them the ids of other records. ' +
      'The HubSpot node of n8n stops at the first bad record. With "On Error: Continue" it goes on, ' +
      "and tells of a bad record only n8n's sentence for any 400, not HubSpot's reason. All else is as above.",
  ].join('\n\n'),
  ...(await compare(bench, BAD_SHARE)),
});
