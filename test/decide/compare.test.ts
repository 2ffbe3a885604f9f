import { compare } from '../../nodes/HubspotBatchUpsert/decide/compare';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';

const definitions = toPropertyDefinitions([
  { name: 'price', type: 'number' },
  { name: 'day', type: 'date' },
  { name: 'email', type: 'string' },
  { name: 'tags', type: 'enumeration', fieldType: 'checkbox' },
  { name: 'stage', type: 'enumeration', fieldType: 'select' },
]);

it.each<[property: string, sent: string, held: string | null, after: string, isSame: boolean]>([
  ['name', 'one', 'one', 'one', true],
  ['name', 'one', 'One', 'one', false],
  ['name', 'one', null, 'one', false],
  ['name', '', null, '', true],
  ['name', '', 'one', '', false],
  ['price', '1.50', '1.5', '1.50', true],
  ['day', '2025-02-03', '1738540800000', '2025-02-03', true],
  ['email', 'Ada@example.com', 'ada@example.com', 'Ada@example.com', true],
  ['tags', 'b;a', 'a;b', 'b;a', true],
  ['tags', ';a', 'a;b', 'a;b', true],
  ['tags', ';c', 'a;b', 'a;b;c', false],
  ['stage', ';c', 'a', ';c', false],
])('%s: %j beside %j', (property, sent, held, after, isSame) => {
  const record = { properties: { [property]: held } };
  expect(compare({ [property]: sent }, record, definitions)).toEqual([
    { property, held: held ?? '', after, isSame },
  ]);
});

it('without definitions texts are compared', () => {
  const record = { properties: { price: '1.5', tags: 'a' } };
  const compared = compare({ price: '1.50', tags: ';b' }, record, undefined);
  expect(compared.map(({ isSame, after }) => [isSame, after])).toEqual([
    [false, '1.50'],
    [false, ';b'],
  ]);
});
