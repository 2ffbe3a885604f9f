import { builtInVersion } from '../processes/builtInHubspot';
import { limitText, whole } from '../results/numbers';
import { compare } from './comparison';
import type { Scenario } from './section';

/** The same work by what a user would do instead. */
export const peers: Scenario = async (bench) => {
  const { peerRecords, privateApp, singles, singlesInFlight, inSequence } = bench.scale;
  const version = await builtInVersion();
  return {
    title: `${whole(peerRecords)} line items, by other ways`,
    explanation: [
      `Each way has a new account at ${limitText(privateApp)} and a process of its own. A record ` +
        'is lost where the account does not hold it at the end. Its outcome is known where the ' +
        'way told of this record alone, and truly, whether it was written and why not, whatever id ' +
        'it gave. It is told wrongly where the account holds otherwise: told as written and not there, told as failed ' +
        "and there, or given another record's id; ids counts those where nothing but the id is " +
        'wrong.',
      'How each is read: this node by its two outputs. The official client, HTTP Request and axios ' +
        'tell of a batch by its status, and whose a result is by nothing but its place, since they ' +
        'send no trace ids. HubSpot was seen to answer in another order than that of the inputs, and ' +
        'the sandbox shuffles its results, so nearly every id is of another record; a workflow that ' +
        'uses only the status is told nothing wrong.',
      'The official client works in chunks of 100 with 3 tries, once with the limiter that its README ' +
        'shows, once as it comes, without. The HTTP Request node sends 10 chunks and waits a second, ' +
        'as its option Batching does, and once 19, which somebody chooses who knows the limit. "All ' +
        'at once" is `Promise.all` over the chunks. One request a record is measured on ' +
        `${whole(singles)} records with ${singlesInFlight} requests in flight, about what the limit ` +
        'takes, and multiplied (≈).',
      "The batch node that pairs by position and n8n's own HubSpot node run in n8n's engine, as " +
        'this node does, and send one request after the other, so that a part is ' +
        'measured and multiplied. The batch node that pairs by position is a model of nodes that send ' +
        'chunks of 100 with trace ids, take a 207 for success and give the first result to the ' +
        'first item. The HubSpot node that comes with n8n ' +
        (version === undefined ? '' : `(n8n-nodes-base ${version}) `) +
        'is the real one; just the host in its requests is another. It knows no line items, so it ' +
        'brings contacts by e-mail, with the same fields, at two requests a record; it is read by ' +
        `the \`vid\` of its output. ${whole(inSequence.single)} records are measured.`,
    ].join('\n\n'),
    ...(await compare(bench, 0)),
  };
};
