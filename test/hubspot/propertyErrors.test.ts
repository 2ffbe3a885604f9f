import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';

const propertyErrors = (error: object) => parseError(error).propertyErrors;

it('a property error in the JSON of the message tells property, code, sentence and value', () => {
  const entry = {
    isValid: false,
    message: 'NAM Only was not one of the allowed options: [Procurement, Hide]',
    error: 'INVALID_OPTION',
    name: 'dans_tags',
  };
  const message = `Property values were not valid: ${JSON.stringify([entry])}`;
  expect(propertyErrors({ message })).toEqual([
    {
      property: 'dans_tags',
      about: 'value',
      code: 'INVALID_OPTION',
      message: entry.message,
      value: 'NAM Only',
    },
  ]);
});

it('an e-mail address that is no address is named, in the JSON of the message as in a sentence', () => {
  const entry = {
    isValid: false,
    message: 'Email address nobody is invalid',
    error: 'INVALID_EMAIL',
    name: 'work_email',
    localizedErrorMessage: 'Email address nobody is invalid',
  };
  const message = `Property values were not valid: ${JSON.stringify([entry])}`;
  expect(propertyErrors({ message })).toEqual([
    {
      property: 'work_email',
      about: 'value',
      code: 'INVALID_EMAIL',
      message: entry.message,
      value: 'nobody',
    },
  ]);
});

it('the localized sentence and the value that HubSpot names go before the others', () => {
  const entry = {
    message: 'x was not a valid number',
    localizedErrorMessage: 'Only numbers, please',
    propertyValue: 'y',
    name: 'price',
  };
  const message = `Property values were not valid: ${JSON.stringify([entry])}`;
  expect(propertyErrors({ message })).toEqual([
    {
      property: 'price',
      about: 'value',
      code: undefined,
      message: 'Only numbers, please',
      value: 'y',
    },
  ]);
});

it('a property error in the details tells the same', () => {
  const error = {
    errors: [
      {
        message: 'abc was not a valid number',
        code: 'INVALID_INTEGER',
        context: { propertyName: ['price', 'amount'] },
      },
      { message: 'no property' },
    ],
  };
  const propertyError = {
    about: 'value',
    code: 'INVALID_INTEGER',
    message: 'abc was not a valid number',
    value: 'abc',
  };
  expect(propertyErrors(error)).toEqual([
    { property: 'price', ...propertyError },
    { property: 'amount', ...propertyError },
  ]);
});

it('the names of properties may stand in a list that was made text', () => {
  const about = (context: object) => propertyErrors({ errors: [{ code: 'X', context }] });
  expect(about({ propertyName: '[price, amount]' })).toMatchObject([
    { property: 'price' },
    { property: 'amount' },
  ]);
  const message = 'Some required properties were not set.';
  expect(propertyErrors({ message, context: { properties: '["subject"]' } })).toMatchObject([
    { property: 'subject', about: 'missing' },
  ]);
});

it("a property's name in the place of the value is no value", () => {
  const errors = [
    { message: 'discount was not a valid number', context: { propertyName: ['discount'] } },
  ];
  expect(propertyErrors({ errors })[0]).toMatchObject({ property: 'discount', value: undefined });
});

it('a value that another record owns names that record', () => {
  const message =
    'Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=0-8, propertyName=sku, value=A-1} on 12. 34 already has that value.';
  expect(propertyErrors({ message })).toEqual([
    {
      property: 'sku',
      about: 'record',
      value: 'A-1',
      code: 'VALUE_TAKEN',
      message: 'Another record (34) already has this value of "sku", which must be unique',
    },
  ]);
});

it.each([
  ['"abc" was not a valid number', 'whose quotation marks they are'],
  ['x was not a valid y was not a valid number', 'where it ends'],
])('%j holds no value: nobody can say %s', (message) => {
  expect(
    propertyErrors({ errors: [{ message, context: { propertyName: ['price'] } }] }),
  ).toMatchObject([{ property: 'price', value: undefined }]);
});

const COORDINATES = 'Cannot set PropertyValueCoordinates{';

it.each([
  `${COORDINATES}propertyName=sku, value=A-1} on 12. 34 already has that value. Or so.`,
  `${COORDINATES}propertyName=sku, value=A-1} on 12. it already has that value.`,
  `${COORDINATES}propertyName=sku} on 12. 34 already has that value.`,
  `${COORDINATES}value=A-1} on 12. 34 already has that value.`,
  `x ${COORDINATES}propertyName=sku, value=A-1} on 12. 34 already has that value.`,
])('%j is not read: it is not what HubSpot says of a duplicate value', (message) => {
  expect(propertyErrors({ message })).toEqual([]);
});

it.each([
  ['PROPERTY_DOESNT_EXIST', 'property'],
  ['READ_ONLY_VALUE', 'property'],
  ['MISSING_REQUIRED_PROPERTY', 'missing'],
  ['MISSING_CONDITIONAL_REQUIRED_PROPERTY', 'missing'],
  ['INVALID_OPTION', 'value'],
  ['STRING_TOO_LONG', 'value'],
  ['SOMETHING_NEW', 'record'],
])('%s is about the %s', (code, about) => {
  const errors = [{ code, context: { propertyName: ['x'] } }];
  expect(propertyErrors({ errors })).toMatchObject([{ about }]);
});

it('a sentence that says which value was not valid is about the value, whatever its code', () => {
  const errors = [{ message: 'abc was not a valid size', context: { propertyName: ['size'] } }];
  expect(propertyErrors({ errors })).toMatchObject([{ about: 'value', value: 'abc' }]);
});

it.each([
  ['dealstage', 'record'],
  ['hs_pipeline_stage', 'record'],
  ['lifecyclestage', 'value'],
])('whether an option is allowed depends on the record where it is a stage: %s', (name, about) => {
  const errors = [{ code: 'INVALID_OPTION', context: { propertyName: [name] } }];
  expect(propertyErrors({ errors })).toMatchObject([{ about }]);
});

it('the same property error counts once, in the words of the message', () => {
  const entry = {
    message: 'Property "x" does not exist',
    error: 'PROPERTY_DOESNT_EXIST',
    name: 'x',
  };
  const message = `Property values were not valid: ${JSON.stringify([entry])}`;
  const errors = [{ message: 'None', code: entry.error, context: { propertyName: ['x'] } }];
  expect(propertyErrors({ message, errors })).toMatchObject([{ message: entry.message }]);
});

it.each([
  ['properties', { name: 'y' }],
  ['codes', { error: 'STRING_TOO_LONG' }],
  ['values', { propertyValue: 'b' }],
])('property errors with different %s are different ones', (_, difference) => {
  const entry = { name: 'x', error: 'INVALID_OPTION', propertyValue: 'a' };
  const entries = [entry, { ...entry, ...difference }];
  const message = `Property values were not valid: ${JSON.stringify(entries)}`;
  expect(propertyErrors({ message })).toHaveLength(2);
});

it('what is no text in the JSON of a message is left out', () => {
  const entry = { name: 'x', error: 5, message: {}, localizedErrorMessage: 7, propertyValue: 9 };
  const message = `Property values were not valid: ${JSON.stringify([entry])}`;
  expect(propertyErrors({ message })).toEqual([
    { property: 'x', about: 'record', code: undefined, message: undefined, value: undefined },
  ]);
});

it.each([
  {},
  { message: 'Something else' },
  { message: 'Property values were not taken: [{"name":"x"}]' },
  { message: 'Property values were not valid: {"name":"x"}' },
  { message: 'Property values were not valid: [{broken' },
  { message: 'Property values were not valid: [1, null, {"name": 5}]' },
  { errors: [{ context: { propertyName: 5 } }, { context: { propertyName: [{}] } }] },
])('%j holds none, unless a number names a property', (error) => {
  expect(propertyErrors(error).filter(({ property }) => property !== '5')).toEqual([]);
});
