import fc from 'fast-check';
import { additionalKey, HELD, otherId, otherKey, otherTypesOf } from './otherRecords';
import type { KnownLabel, OtherType } from './otherRecords';
import type { Target } from './target';

/** What one item says in one entry of the parameter `associations`, and what it means. */
export interface Ask {
  toObjectType: string;
  toIdProperty: string;
  toId: unknown;
  label: string;
  /** The keys that the value stands for, as HubSpot keeps them; undefined where one of them is none. */
  keys: readonly string[] | undefined;
  type: MeantType;
}

/** The type of association that a label means: the default one where it names none. */
type MeantType =
  | { kind: 'default' }
  | { kind: 'label'; name: string; typeId: number }
  /** The two object types have none such. */
  | { kind: 'unknown' };

/** Not there before the run. */
const MISSING = 7;

/**
 * @param ownKeys Of the records that the case writes; some are there before the run, some are not.
 */
export function askOf(
  target: Pick<Target, 'objectType' | 'idProperty'>,
  ownKeys: readonly string[],
): fc.Arbitrary<Ask> {
  const [usual, second, last] = otherTypesOf(target).map((type) => {
    const isOwnKey =
      type.objectType === target.objectType && type.keyProperty === target.idProperty;
    return askForOne(type, isOwnKey ? ownKeys : []);
  });
  return fc.oneof(
    { weight: 10, arbitrary: usual! },
    { weight: 3, arbitrary: second! },
    { weight: otherTypesOf(target)[2]!.isAllowed ? 3 : 1, arbitrary: last! },
  );
}

function askForOne(type: OtherType, ownKeys: readonly string[]): fc.Arbitrary<Ask> {
  const values = valueOf(
    Array.from({ length: HELD }, (_, place) => otherId(type, place)),
    otherId(type, MISSING),
  );
  const byRecordId = fc.record({
    toIdProperty: fc.constant('hs_object_id'),
    value: fc.oneof({ weight: 20, arbitrary: values }, { weight: 1, arbitrary: noRecordId }),
  });
  const { keyProperty } = type;
  const by = keyProperty === undefined ? byRecordId : fc.oneof(byRecordId, byKey(type, ownKeys));
  return fc
    .record({ by, label: labelOf(type) })
    .map(({ by: { toIdProperty, value }, label: [label, meant] }) => ({
      toObjectType: type.objectType,
      toIdProperty,
      toId: value.toId,
      label,
      keys: value.keys,
      type: meant,
    }));
}

type Value = Pick<Ask, 'toId' | 'keys'>;

function byKey(type: OtherType, ownKeys: readonly string[]) {
  const held = Array.from({ length: HELD }, (_, place) => otherKey(type, place));
  const isEmail = type.objectType === 'contacts';
  const further = isEmail ? [additionalKey(0), additionalKey(1)] : [];
  const missing = otherKey(type, MISSING);
  const sameButForCase: Value[] = isEmail
    ? [{ toId: held[0]!.toUpperCase(), keys: [held[0]!] }]
    : [{ toId: held[0]!.toLowerCase(), keys: [held[0]!.toLowerCase()] }];
  return fc.record({
    toIdProperty: fc.constant(type.keyProperty!),
    value: fc.oneof(
      {
        weight: 20,
        arbitrary: valueOf([...held, ...further, ...ownKeys.filter(isWhole)], missing),
      },
      { weight: 1, arbitrary: fc.constantFrom(...sameButForCase) },
      { weight: 1, arbitrary: noValue },
    ),
  });
}

/** No key that would be taken for several. */
function isWhole(key: string): boolean {
  return !key.includes(';');
}

/** One of the keys, several, none, or one that no record has. */
function valueOf(held: readonly string[], missing: string): fc.Arbitrary<Value> {
  const known = fc.constantFrom(...held);
  const several = fc.array(known, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    {
      weight: 12,
      arbitrary: known.chain((key) => fc.constantFrom<unknown>(...spellings(key)).map(as([key]))),
    },
    {
      weight: 4,
      arbitrary: several.chain((keys) =>
        fc
          .constantFrom<unknown>(keys, keys.join(';'), ` ${keys.join(' ; ')} ;`, [
            '',
            ...keys,
            null,
          ])
          .map(as(keys)),
      ),
    },
    { weight: 3, arbitrary: nothing },
    {
      weight: 1,
      arbitrary: known.chain((key) =>
        fc.constantFrom<Value>(
          { toId: missing, keys: [missing] },
          { toId: [key, missing], keys: [key, missing] },
        ),
      ),
    },
  );
}

function as(keys: readonly string[]) {
  return (toId: unknown): Value => ({ toId, keys });
}

function spellings(key: string): unknown[] {
  const number = /^\d+$/.test(key) ? [Number(key)] : [];
  return [key, key, ` ${key}`, `${key}\u200b`, [key], `${key};`, ...number];
}

const nothing: fc.Arbitrary<Value> = fc
  .constantFrom<unknown>(undefined, null, '', '  ', [], [''], ' ; ;', [undefined])
  .map(as([]));

const noValue: fc.Arbitrary<Value> = fc
  .constantFrom<unknown>({ a: 1 }, NaN, ['D-1', { a: 1 }], 2 ** 53)
  .map((toId) => ({ toId, keys: undefined }));

const noRecordId: fc.Arbitrary<Value> = fc.oneof(
  noValue,
  fc
    .constantFrom<unknown>('D-1', '1.5', -3, true, '0x1f', '31000000001,31000000002')
    .map((toId) => ({ toId, keys: undefined })),
);

function labelOf({ labels, defaultTypeId }: OtherType): fc.Arbitrary<[string, MeantType]> {
  const standard: [string, MeantType][] = [['', { kind: 'default' }]];
  const byNumber: [string, MeantType][] =
    defaultTypeId === 0 ? [] : [[`HUBSPOT_DEFINED:${defaultTypeId}`, { kind: 'default' }]];
  const known = labels.flatMap((label) =>
    namesOf(label).map((text): [string, MeantType] => [text, { kind: 'label', ...label }]),
  );
  const unknown = ['Nowhere', 'USER_DEFINED:99', 'HUBSPOT_DEFINED:77777'].map(
    (text): [string, MeantType] => [text, { kind: 'unknown' }],
  );
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...standard) },
    { weight: 8, arbitrary: fc.constantFrom(...standard, ...byNumber, ...known) },
    { weight: 1, arbitrary: fc.constantFrom(...unknown) },
  );
}

function namesOf({ name, category, typeId }: KnownLabel): string[] {
  return [name, ` ${name.toUpperCase()} `, `${category}:${typeId}`];
}
