import type { RecordResult } from '../hubspot/types';
import type { RecordWrite } from '../model/record';
import { quote } from '../values/quote';
import { isSameValue } from '../values/sameValue';
import { storedText } from './matchByKey';

/**
 * HubSpot's answer to a write with a warning for each value that it shows otherwise than it was sent: a
 * lifecycle stage that does not go back, a value that was put into another form. Those of which HubSpot
 * warns itself are told once.
 */
export function warnOfStoredOtherwise(result: RecordResult, write: RecordWrite): RecordResult {
  const { properties: shown } = result;
  if (shown === undefined) return result;
  const warnings: object[] = [];
  for (const property in write.properties) {
    const sent = write.properties[property] ?? '';
    if (!Object.hasOwn(shown, property) || shown[property] === sent) continue;
    const stored = storedText(result, property);
    if (isSameValue(sent, stored, write.target.definitions?.get(property))) continue;
    if (JSON.stringify(result.warnings ?? '').includes(JSON.stringify(property))) continue;
    const message = `HubSpot was sent ${quote(sent)} for ${property} and holds ${stored === '' ? 'nothing' : quote(stored)}`;
    warnings.push({ category: 'STORED_OTHERWISE', message, property, sent, stored });
  }
  if (warnings.length === 0) return result;
  const others = Array.isArray(result.warnings) ? (result.warnings as object[]) : [];
  return { ...result, warnings: [...others, ...warnings] };
}
