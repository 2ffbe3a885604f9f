/**
 * Faults of what the user chose: the object type, the ID property, the properties. HubSpot's sentences
 * for them are read from their beginning, since those about single records quote values, and a value
 * may hold any words.
 */

import type { HubspotError } from '../hubspot/types';
import type { Fault } from '../model/fault';
import type { RecordWrite } from '../model/record';
import type { NamedTarget, TargetNames } from '../model/target';
import { quote } from '../values/quote';

const NO_SUCH_TYPE = /^(?:Unable to infer object type|Invalid object or event type id)\b/i;
const NOT_UNIQUE = /^Unable to perform [\w/]+ by non-unique\b/i;

export function isNoSuchType({ message, errors = [] }: HubspotError): boolean {
  return [{ message }, ...errors].some(({ message: said = '' }) => NO_SUCH_TYPE.test(said));
}

export function objectTypeFault({ objectType, isOther = false }: NamedTarget): Fault {
  const choose = isOther ? 'In Associations, choose Other Object Type' : 'Choose the object type';
  return {
    scope: 'target',
    title: `HubSpot has no object type ${quote(objectType)}`,
    advice: `${choose} from the list, or enter its internal name such as line_items, or the id of a custom object such as 2-3453932.`,
    retryable: false,
    throws: true,
  };
}

/** Its properties could be read, and yet HubSpot does not find what records of the type are sent to. */
export function silentTypeFault({ objectType, idProperty }: TargetNames): Fault {
  return {
    scope: 'target',
    title: `HubSpot answered HTTP 404 to records of ${quote(objectType)}, an object type that it has`,
    advice: `Check the ID property ${quote(idProperty)}, and try the other value of the option API Version: it may be that HubSpot writes such records by that one alone.`,
    retryable: false,
    throws: true,
  };
}

export function idPropertyFault(target: NamedTarget): Fault {
  const { idProperty, objectType, lookup, isOther = false } = target;
  if (lookup === 'search') return unsearchableFault(idProperty, objectType);
  return {
    scope: 'target',
    retryable: false,
    throws: true,
    title: `HubSpot cannot find ${objectType} by ${quote(idProperty)}, because the property is missing or its values are not unique`,
    advice: isOther ? otherIdProperty(target) : ownIdProperty(target),
  };
}

function ownIdProperty({ usableIdProperties: usable = [] }: NamedTarget): string {
  const advice = usable.length
    ? `Set the ID property to one of: ${usable.join(', ')}.`
    : 'Choose a property with unique values as ID property. If the object has none, create one in HubSpot with "Require unique values for this property" switched on.';
  return `${advice} To have HubSpot search for the values of a property that is not unique, set the option Non-Unique ID to Search.`;
}

function otherIdProperty({ usableIdProperties: usable = [] }: NamedTarget): string {
  return `In Associations, set Other ID Property to one of: ${[...usable, 'Record ID'].join(', ')}.`;
}

function unsearchableFault(idProperty: string, objectType: string): Fault {
  return {
    scope: 'target',
    retryable: false,
    throws: true,
    title: `HubSpot cannot search ${objectType} by ${quote(idProperty)}, because there is no such property`,
    advice: 'Choose the ID property from the list, or enter the internal name of a property.',
  };
}

export function blamesIdProperty(error: HubspotError, { idProperty }: TargetNames): boolean {
  if (NOT_UNIQUE.test(error.message ?? '')) return true;
  return error.propertyErrors.some(
    ({ property, code }) => property === idProperty && code === 'PROPERTY_DOESNT_EXIST',
  );
}

/**
 * Properties that HubSpot says it does not have, where every record of the batch sets them: none of
 * them can pass, and no search would find another one to blame.
 */
export function missingFromHubspot(
  error: HubspotError,
  writes: readonly RecordWrite[],
): readonly string[] {
  if (writes.length === 0) return [];
  const missing = error.propertyErrors.flatMap(({ property, code }) =>
    code === 'PROPERTY_DOESNT_EXIST' ? [property] : [],
  );
  return [...new Set(missing)].filter((property) =>
    writes.every(({ properties }) => Object.hasOwn(properties, property)),
  );
}

/**
 * HubSpot refuses every record that sets such a property, whatever else is in it, and no other. So
 * the records of later batches that set one are not sent, and the rest is.
 */
export function propertyFault(properties: readonly string[], { objectType }: TargetNames): Fault {
  return {
    scope: 'target',
    title: `HubSpot has no property ${properties.map(quote).join(', ')} for ${objectType}`,
    advice:
      'Remove it from the mapping, set the option Unknown Fields to Ignore, or create the property in HubSpot.',
    retryable: false,
    throws: true,
    properties,
  };
}
