import { measureWebhooks, type MeasuredCalls } from '../measure/measureWebhooks';
import { fixed, limitText, seconds, whole } from '../results/numbers';
import type { WebhookWay } from '../ways/webhookCalls';
import { atLeast, atMost, none } from './bounds';
import type { Scenario } from './section';

const LABELS: Record<WebhookWay, string> = {
  node: 'This node',
  nodeNotJoining: 'This node, batches not joined',
  httpRequestNode: "HTTP Request node's way",
  builtInNode: "Built-in HubSpot node's way",
  engineAlone: 'n8n’s engine with a node that does nothing',
};

/** What a webhook brings: one record a call, many calls at once, or one after the other. */
export const webhooks: Scenario = async ({ scale, builtPackage, say }) => {
  const { latency, privateApp: rateLimit, bounds } = scale;
  const { atOnce, steadyPerSecond, steadySeconds, calmPerSecond } = scale.webhooks;
  const rows: string[][] = [];
  const measure = async (label: string, way: WebhookWay, calls: number, perSecond?: number) => {
    say(`${whole(calls)} webhook calls, ${label}: ${LABELS[way]}`);
    const job = { way, builtPackage, calls, perSecond };
    const run = await measureWebhooks(job, rateLimit, latency);
    rows.push([label, LABELS[way], ...cells(run, calls)]);
    return run;
  };
  const engine = await measure('at once', 'engineAlone', atOnce);
  const burst = await measure('at once', 'node', atOnce);
  const apart = await measure('at once', 'nodeNotJoining', atOnce);
  await measure('at once', 'httpRequestNode', atOnce);
  await measure('at once', 'builtInNode', atOnce);
  const steady = `${steadyPerSecond} a second`;
  const steadyCalls = steadyPerSecond * steadySeconds;
  const kept = await measure(steady, 'node', steadyCalls, steadyPerSecond);
  await measure(steady, 'nodeNotJoining', steadyCalls, steadyPerSecond);
  await measure(steady, 'httpRequestNode', steadyCalls, steadyPerSecond);
  const calm = `${calmPerSecond} a second`;
  const calmCalls = calmPerSecond * steadySeconds;
  const alone = await measure(calm, 'node', calmCalls, calmPerSecond);
  const notJoining = await measure(calm, 'nodeNotJoining', calmCalls, calmPerSecond);
  return {
    title: 'Webhook calls with one record each',
    explanation:
      `Every call is an execution of its own, all in one process, at ${limitText(rateLimit)}. ` +
      'Batches of executions whose settings differ do not join, which shows the node without ' +
      'joining; property definitions are remembered all the same. What the engine itself takes for so ' +
      'many executions is measured with a node that does nothing. HTTP Request sends one request a ' +
      'record, the built-in HubSpot node two, both with "Retry On Fail" at its defaults. A record ' +
      'is lost where the account does not hold it at the end. A call is told wrongly where it ends ' +
      'well and the account does not hold its record, or fails and the account does: the built-in ' +
      'node fails where the read after its write is refused. p50 and p99 are the times of a call.',
    table: {
      head: [
        'Calls',
        'Way',
        'Seconds',
        'Requests',
        '429s',
        'Lost',
        'Told as written',
        'Told wrongly',
        'p50, ms',
        'p99, ms',
      ],
      rows,
    },
    charts: [],
    bounds: [
      atLeast(
        'Calls at once, times as fast as without joining, the engine’s own time aside',
        (apart.milliseconds - engine.milliseconds) / (burst.milliseconds - engine.milliseconds),
        bounds.joiningGain,
        1,
      ),
      atLeast('Records in a request of calls at once', atOnce / burst.requests, 20, 1),
      none('Records lost of calls at once', burst.lost),
      none(`Records lost at ${steady}`, kept.lost),
      none(
        'Calls of the node told wrongly',
        burst.toldWrongly + apart.toldWrongly + kept.toldWrongly + alone.toldWrongly,
      ),
      atMost(
        'p50 without contention / without joining',
        alone.p50 / notJoining.p50,
        bounds.calmP50,
      ),
    ],
  };
};

function cells(run: MeasuredCalls, calls: number): string[] {
  return [
    seconds(run.milliseconds),
    whole(run.requests),
    whole(run.throttled),
    whole(run.lost),
    run.written === calls ? 'every record' : whole(run.written),
    whole(run.toldWrongly),
    fixed(run.p50, 0),
    fixed(run.p99, 0),
  ];
}
