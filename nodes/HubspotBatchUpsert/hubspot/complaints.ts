import { contextTexts, isRecord } from './readAnswer';
import type { HubspotError } from './shapes';

/** What HubSpot finds wrong with one property of some record. */
export interface Complaint {
  property: string;
  code?: string;
  message?: string;
  /** The value that it objects to, where it says so. */
  value?: string;
}

/** "Property values were not valid: [JSON]": the JSON names more than `errors` does. */
const INVALID_VALUES = /^Property values were not valid: (\[.*\])\s*$/s;

/** "Cannot set PropertyValueCoordinates{…, propertyName=sku, value=A-1} on 12. 34 already has that value." */
const TAKEN_VALUE =
  /Cannot set PropertyValueCoordinates\{.*?propertyName=([^,}]+),\s*value=(.*?)\}?\}?\s+on\s+(\S+?)\.\s+(\S+)\s+already has that value/s;

/** "abc was not a valid number" and the like quote the value in front. */
const QUOTED_VALUE = /^"?(.*?)"? was not (?:one of the allowed options|a valid)\b/s;

/** Everything that an error says about single properties, each complaint once. */
export function complaints(error: HubspotError): Complaint[] {
  const taken = takenValue(error.message ?? '');
  const found = [...(taken ? [taken] : []), ...fromMessage(error), ...fromDetails(error)];
  const byProperty = new Map<string, Complaint>();
  for (const complaint of found) {
    const key = `${complaint.property}\u0000${complaint.code ?? ''}\u0000${complaint.value ?? ''}`;
    if (!byProperty.has(key)) byProperty.set(key, complaint);
  }
  return [...byProperty.values()];
}

function fromDetails(error: HubspotError): Complaint[] {
  return (error.errors ?? []).flatMap(({ message, code, context }) =>
    contextTexts(context, 'propertyName').map((property) => ({
      property,
      code,
      message,
      value: valueIn(message, property),
    })),
  );
}

function fromMessage(error: HubspotError): Complaint[] {
  const json = INVALID_VALUES.exec(error.message ?? '')?.[1];
  return parseList(json).flatMap((entry) => {
    const property = entry.name;
    if (typeof property !== 'string') return [];
    const message = textOf(entry.localizedErrorMessage) ?? textOf(entry.message);
    const value = textOf(entry.propertyValue) ?? valueIn(textOf(entry.message), property);
    return [{ property, code: textOf(entry.error), message, value }];
  });
}

function takenValue(message: string): Complaint | undefined {
  const [, property, value, , owner] = TAKEN_VALUE.exec(message) ?? [];
  if (property === undefined) return undefined;
  return {
    property,
    value,
    code: 'VALUE_TAKEN',
    message: `Another record (${owner}) already has this value of "${property}", which must be unique`,
  };
}

/** Some messages have the property's name in the place of the value. */
function valueIn(message: string | undefined, property: string): string | undefined {
  const quoted = message === undefined ? undefined : QUOTED_VALUE.exec(message)?.[1];
  return quoted === property ? undefined : quoted;
}

function parseList(json: string | undefined): Array<Record<string, unknown>> {
  if (json === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.filter(isRecord) : [];
  } catch {
    return [];
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
