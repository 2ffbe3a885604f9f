import { SERIAL_PROPERTY } from '../lineItems';
import { percent, whole } from '../results/numbers';
import { compare } from './comparison';
import type { Scenario } from './section';

const BAD_SHARE = 0.01;

/** The same ways with records among them that HubSpot refuses. */
export const bad: Scenario = async (bench) => ({
  title: `${whole(bench.scale.peerRecords)} line items, ${percent(BAD_SHARE, 0)} of them bad`,
  explanation:
    `One record in a hundred, at random places, has a value of the unique property ` +
    `\`${SERIAL_PROPERTY}\` that another record owns. Nothing but HubSpot itself can know, so no ` +
    'check beforehand helps. Only good records count as lost. The peers send no trace ids, as ' +
    "HubSpot's own examples do not, so one bad record takes its whole batch with it.",
  ...(await compare(bench, BAD_SHARE)),
});
