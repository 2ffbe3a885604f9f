import { limitText, whole } from '../results/numbers';
import { compare } from './comparison';
import type { Scenario } from './section';

/** The same work by what a user would do instead. */
export const peers: Scenario = async (bench) => {
  const { peerRecords, privateApp, singles, singlesInFlight } = bench.scale;
  return {
    title: `${whole(peerRecords)} line items, by other ways`,
    explanation:
      `Each way has a new account at ${limitText(privateApp)} and a process of its own. A record ` +
      'is lost where the account does not hold it at the end. Its outcome is known where the ' +
      'way told of this record alone, and truly, whether it was written and why not. The ' +
      'official client works in chunks of 100 with 3 tries, once with the limiter that its README ' +
      'shows, once as it comes, without. The HTTP Request node sends 10 chunks and waits a second, ' +
      'as its option Batching does, and once 19, which somebody chooses who knows the limit. "All at once" is `Promise.all` over the chunks. One request a ' +
      `record is measured on ` +
      `${whole(singles)} records with ${singlesInFlight} requests in flight, about what the limit ` +
      'takes, and multiplied (≈).',
    ...(await compare(bench, 0)),
  };
};
