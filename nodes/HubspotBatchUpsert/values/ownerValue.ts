import type { PropertyDefinition, PropertyOption } from '../hubspot/types';
import { Invalid, NeedsOptions, type ConversionResult } from './conversion';
import { trimInvisible } from './invisible';
import { OptionIndex } from './optionIndex';
import { isMultiSelect } from './optionValue';
import { quote } from './quote';

const OWNER_ID = /^\d+$/;
/** Neither an id nor an address holds one of them. */
const BETWEEN_OWNERS = /[;,|\r\n]/;
const ADVICE = "write the owner's e-mail address or id";
const ADDRESSES_IN_MESSAGES = 3;
/** Characters in which a mistyped address differs from the right one. */
const TYPING_ERRORS = 2;

/**
 * The value of a property that holds owners: ids as they are, and e-mail addresses as the ids of
 * those whose they are. A leading `;` adds to the owners that HubSpot holds.
 */
export function toOwnerText(
  value: string | readonly string[],
  definition: PropertyDefinition,
): ConversionResult | NeedsOptions {
  const takesSeveral = isMultiSelect(definition);
  const isText = typeof value === 'string';
  const list = !isText ? value : takesSeveral ? value.split(BETWEEN_OWNERS) : [value];
  const named = list.map(trimInvisible).filter((owner) => owner !== '');
  if (!takesSeveral && named.length > 1) {
    return new Invalid(
      `${quote(named.join(', '))} are several owners, and this property takes one`,
    );
  }
  const ids = new Set<string>();
  for (const owner of named) {
    const id = ownerId(owner, definition);
    if (typeof id !== 'string') return id;
    ids.add(id);
  }
  if (ids.size === 0) return undefined;
  const appends = isText && takesSeveral && trimInvisible(value).startsWith(';');
  return (appends ? ';' : '') + [...ids].join(';');
}

function ownerId(owner: string, definition: PropertyDefinition): string | Invalid | NeedsOptions {
  if (OWNER_ID.test(owner)) return owner;
  if (!/^[^\s@]+@[^\s@]+$/.test(owner)) {
    return new Invalid(`${quote(owner)} is no owner: ${ADVICE}`);
  }
  const { asked, options = [] } = definition;
  if (asked === undefined) return new NeedsOptions('owners');
  if (asked.unreadable !== undefined) return new Invalid(asked.unreadable);
  const [found, ...others] = OptionIndex.of(options).meant(owner);
  if (found && others.length === 0) return found.value;
  if (found) return new Invalid(severalOwners(owner, [found, ...others]));
  if (asked.archived === undefined) return new NeedsOptions('archivedOwners');
  return new Invalid(noOwner(owner, options, asked.archived));
}

function severalOwners(address: string, owners: readonly PropertyOption[]): string {
  const ids = owners.map(({ value }) => value).join(' and ');
  return `${quote(address)} is the address of several owners, ${ids}: write the id of the one that you mean`;
}

function noOwner(
  address: string,
  owners: readonly PropertyOption[],
  archived: readonly PropertyOption[],
): string {
  const [former] = OptionIndex.of(archived).meant(address);
  const what = former
    ? `the address of an owner who is archived in HubSpot (${former.value})`
    : 'no e-mail address of an owner in HubSpot';
  const alike = likeAddresses(address, owners);
  const meant = alike.length > 0 ? `; perhaps ${alike.join(' or ')} is meant` : '';
  return `${quote(address)} is ${what}${meant}: ${ADVICE}`;
}

function likeAddresses(address: string, owners: readonly PropertyOption[]): string[] {
  const mailbox = mailboxOf(address);
  const mistyped = OptionIndex.of(owners).nearest(address, TYPING_ERRORS);
  const elsewhere = owners.filter(({ label = '' }) => mailboxOf(label) === mailbox);
  const addresses = [...mistyped, ...elsewhere].map(({ label = '' }) => label);
  return [...new Set(addresses)].slice(0, ADDRESSES_IN_MESSAGES);
}

function mailboxOf(address: string): string {
  return address.slice(0, address.indexOf('@')).toLowerCase();
}
