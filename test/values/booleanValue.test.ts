import { toBooleanText } from '../../nodes/HubspotBatchUpsert/values/booleanValue';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';

it.each<[string | number | bigint | boolean, string]>([
  [true, 'true'],
  ['true', 'true'],
  ['TRUE', 'true'],
  [' True\n', 'true'],
  ['\ufefftrue\u200b', 'true'],
  [1, 'true'],
  ['1', 'true'],
  [1n, 'true'],
  [false, 'false'],
  ['False', 'false'],
  ['\u00a0FALSE', 'false'],
  [0, 'false'],
  [-0, 'false'],
  ['0', 'false'],
  ['yes', 'true'],
  ['Y', 'true'],
  ['ON', 'true'],
  ['No', 'false'],
  ['n', 'false'],
  [' Off ', 'false'],
])('%p is %s', (value, expected) => {
  expect(toBooleanText(value)).toBe(expected);
});

it.each<[string | number | boolean | Date, string]>([
  ['ja', '"ja"'],
  ['yes please', '"yes please"'],
  [2, '"2"'],
  ['tr\u200bue', '"tr\\u200bue"'],
  [new Date('2024-03-05T14:00:00Z'), '"2024-03-05T14:00:00.000Z"'],
])('%p is neither', (value, quoted) => {
  const reason = `${quoted} is neither true nor false: write true or false`;
  expect(toBooleanText(value)).toStrictEqual(new Invalid(reason));
});

const labels = (yes: string, no: string) => ({
  options: [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ],
});

it.each([
  ['Ja', labels('Ja', 'Nein'), 'true'],
  [' nein', labels('Ja', 'Nein'), 'false'],
  ['yes', labels('Ja', 'Nein'), 'true'],
  ['No', labels('Yes', 'No'), 'false'],
  ['false', labels('False', 'True'), 'false'],
])('%j is read with the labels of %j', (value, definition, expected) => {
  expect(toBooleanText(value, definition)).toBe(expected);
});

it('a label that says the contrary of a common word is refused', () => {
  expect(toBooleanText('no', labels('No', 'Yes'))).toStrictEqual(
    new Invalid(
      '"no" can be read as true and as false, because here true is "No" and false is "Yes": write true or false',
    ),
  );
});

it('a label of both is refused', () => {
  expect(toBooleanText('Ja', labels('Ja', 'Ja'))).toBeInstanceOf(Invalid);
});

it('what is neither is refused with the labels', () => {
  expect(toBooleanText('vielleicht', labels('Ja', 'Nein'))).toStrictEqual(
    new Invalid('"vielleicht" is neither true nor false: write one of Ja, Nein, true, false'),
  );
});
