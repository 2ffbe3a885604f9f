import { holds } from '../cases/meaning';
import type { ExpectedWrite } from './expectedWrites';
import { groupBy } from './groupBy';
import type { SentInput } from './sentInputs';
import type { Trial } from './truth';

const MOST = 100;

/** Every request is one that HubSpot can take, and carries only what items ask for. */
export function wrongRequests(trial: Trial): string[] {
  const { given, sent } = trial;
  const objections: string[] = [];
  const byRequest = groupBy(sent, ({ request }) => request.seq);
  for (const [seq, inputs] of byRequest) {
    const most = Math.min(MOST, given.options.batchSize);
    if (inputs.length > most) objections.push(`request ${seq} has ${inputs.length} inputs`);
    for (const name of ['id', 'traceId'] as const) {
      if (new Set(inputs.map((input) => input[name])).size < inputs.length) {
        objections.push(`request ${seq} has the same ${name} twice`);
      }
    }
  }
  return [...objections, ...ambiguousTraceIds(sent), ...unaskedFor(trial)];
}

/** A trace id stands for one write of the run, and always for the same one. */
function ambiguousTraceIds(sent: readonly SentInput[]): string[] {
  const meaning = new Map<string, string>();
  return sent.flatMap(({ traceId, id, properties }) => {
    const content = JSON.stringify([id, properties]);
    const known = meaning.get(traceId) ?? content;
    meaning.set(traceId, known);
    return known === content ? [] : [`the trace id ${traceId} stands for two writes`];
  });
}

function unaskedFor({ given, sent, writes, knowsProperties }: Trial): string[] {
  const { idProperty } = given.target;
  if (!knowsProperties) return [];
  const byId = groupBy(writes, ({ id }) => id);
  return sent.flatMap((input) =>
    (byId.get(input.id) ?? []).some((write) => says(withoutOwnKey(input, idProperty), write))
      ? []
      : [`no item asks for ${JSON.stringify(input.properties)} of ${JSON.stringify(input.id)}`],
  );
}

/** Every record may tell its own key among its properties. */
function withoutOwnKey(input: SentInput, idProperty: string): SentInput {
  const { [idProperty]: key, ...others } = input.properties;
  return key === input.id ? { ...input, properties: others } : input;
}

/** Properties that HubSpot lacks are sent only on purpose, and are not looked at. */
function says(
  { properties, traceId }: SentInput,
  { values, isRefused, ...write }: ExpectedWrite,
): boolean {
  if (write.traceId !== '' && write.traceId !== traceId) return false;
  const all = [...values].every(([property, meaning]) =>
    holds(properties[property] ?? '', meaning),
  );
  const more = Object.keys(properties).filter((property) => !values.has(property));
  return all && (more.length === 0 || isRefused);
}
