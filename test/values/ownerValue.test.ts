import type {
  PropertyDefinition,
  PropertyOption,
} from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { Invalid, NeedsOptions } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { toOwnerText } from '../../nodes/HubspotBatchUpsert/values/ownerValue';
import { toPropertyText } from '../../nodes/HubspotBatchUpsert/values/propertyValue';
import { valueRules } from '../support/valueRules';

const unasked: PropertyDefinition = {
  name: 'hubspot_owner_id',
  type: 'enumeration',
  fieldType: 'select',
  options: [],
  externalOptions: true,
  referencedObjectType: 'OWNER',
};
const OWNERS = [
  { value: '1', label: 'Jo.Smith@example.com' },
  { value: '2', label: 'jo.smith@example.org' },
  { value: '3', label: 'ada@example.com' },
  { value: '4', label: 'twice@example.com' },
  { value: '5', label: 'twice@example.com' },
];
const owned = (archived?: PropertyOption[]): PropertyDefinition => ({
  ...unasked,
  options: OWNERS,
  asked: { archived },
});
const former = [{ value: '9', label: 'gone@example.com' }];
const known = owned(former);
const several = { ...known, fieldType: 'checkbox' };

it.each<[string, string | string[], PropertyDefinition, string | undefined]>([
  ['an id', '41629779', unasked, '41629779'],
  ['an id that is in no list', ' 41629779\u200b', known, '41629779'],
  ['an address', 'ada@example.com', known, '3'],
  ['an address in another case', ' ADA@Example.com ', known, '3'],
  ['several', 'ada@example.com; 17, JO.SMITH@EXAMPLE.COM', several, '3;17;1'],
  ['a list', ['ada@example.com', '17', 'ada@example.com', ''], several, '3;17'],
  ['some to add', ';ada@example.com', several, ';3'],
  ['nothing to add', ' ; ', several, undefined],
])('%s is taken', (_, value, definition, expected) => {
  expect(toOwnerText(value, definition)).toBe(expected);
});

it('an address is not told before the owners are known', () => {
  expect(toOwnerText('ada@example.com', unasked)).toStrictEqual(new NeedsOptions('owners'));
});

it('an address that is no owner now may have been one', () => {
  const needed = new NeedsOptions('archivedOwners');
  expect(toOwnerText('gone@example.com', owned())).toStrictEqual(needed);
});

const ADVICE = "write the owner's e-mail address or id";
it.each<[string, string | string[], PropertyDefinition, string]>([
  ['a name', 'Jo Smith', unasked, `"Jo Smith" is no owner: ${ADVICE}`],
  ['no whole number', '1.5', unasked, `"1.5" is no owner: ${ADVICE}`],
  ['two addresses', 'a@x.com b@x.com', known, `"a@x.com b@x.com" is no owner: ${ADVICE}`],
  [
    'several where one fits',
    ['1', '2'],
    known,
    '"1, 2" are several owners, and this property takes one',
  ],
  [
    'an unknown address',
    'jo.smith@example.net',
    known,
    `"jo.smith@example.net" is no e-mail address of an owner in HubSpot; perhaps Jo.Smith@example.com or jo.smith@example.org is meant: ${ADVICE}`,
  ],
  [
    'a mistyped one',
    'aad@example.com',
    known,
    `"aad@example.com" is no e-mail address of an owner in HubSpot; perhaps ada@example.com is meant: ${ADVICE}`,
  ],
  [
    'one like no other',
    'nobody@elsewhere.test',
    known,
    `"nobody@elsewhere.test" is no e-mail address of an owner in HubSpot: ${ADVICE}`,
  ],
  [
    'one of somebody who is archived',
    'GONE@example.com',
    known,
    `"GONE@example.com" is the address of an owner who is archived in HubSpot (9): ${ADVICE}`,
  ],
  [
    'one of two owners',
    'twice@example.com',
    known,
    '"twice@example.com" is the address of several owners, 4 and 5: write the id of the one that you mean',
  ],
  ['any, where owners may not be read', 'ada@example.com', { ...unasked, asked: { unreadable: 'Grant it' } }, 'Grant it'], // prettier-ignore
])('%s is refused', (_, value, definition, reason) => {
  expect(toOwnerText(value, definition)).toStrictEqual(new Invalid(reason));
});

it('at most three addresses are told', () => {
  const options = Array.from({ length: 9 }, (_, index) => ({
    value: String(index),
    label: `a${index}@x.com`,
  }));
  const { reason } = toOwnerText('a@x.com', { ...known, options }) as Invalid;
  expect(reason.match(/a\d@x\.com/g)).toHaveLength(3);
});

it.each<[unknown, unknown]>([
  [41629779, '41629779'],
  ['ada@example.com', '3'],
  [true, new Invalid(`"true" is no owner: ${ADVICE}`)],
])('an item may hold %p', (value, expected) => {
  for (const type of ['enumeration', 'number', 'string']) {
    expect(toPropertyText(value, { ...known, type }, valueRules)).toStrictEqual(expected);
  }
});
