import { setImmediate } from 'node:timers/promises';
import { ID_PROPERTY, lineItem, type LineItem } from '../lineItems';
import { responseTo } from './instantHubspot';

const BATCH_SIZE = 100;
/** As many responses are kept as 10,000 records take; for more records they are parsed again. */
const MOST_RESPONSES = 100;

/** HubSpot's responses to a number of rows, as bytes. */
export function responsesTo(rows: number): Buffer[] {
  const count = Math.min(MOST_RESPONSES, Math.ceil(rows / BATCH_SIZE));
  return Array.from({ length: count }, (_, batch) => {
    const size = Math.min(BATCH_SIZE, rows - batch * BATCH_SIZE);
    const inputs = Array.from({ length: size }, (_, index) => {
      const { [ID_PROPERTY]: id, ...properties } = lineItem(batch * BATCH_SIZE + index);
      return { id: String(id), idProperty: ID_PROPERTY, properties: texts(properties) };
    });
    return responseTo({
      inputs: inputs.map((input) => ({ ...input, objectWriteTraceId: input.id })),
    });
  });
}

/**
 * What nobody gets around who reads HubSpot's responses. It takes as long as the machine is slow, so
 * that the node's time as a multiple of it says much the same on every machine.
 *
 * @returns What the responses to so many rows held.
 */
export async function parseAlone(responses: readonly Buffer[], rows: number): Promise<unknown[]> {
  const parsed: unknown[] = [];
  for (let batch = 0; batch < Math.ceil(rows / BATCH_SIZE); batch += 1) {
    await setImmediate();
    const bytes = responses[batch % responses.length] ?? Buffer.of();
    parsed.push(JSON.parse(bytes.toString()));
  }
  return parsed;
}

function texts(row: Partial<LineItem>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
}
