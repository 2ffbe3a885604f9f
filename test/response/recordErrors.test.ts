import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import { toRecordError } from '../../nodes/HubspotBatchUpsert/response/recordErrors';
import { writeOf } from '../support/write';

const refused = (error: object, properties = {}) =>
  toRecordError(parseError(error), {
    httpStatus: 400,
    retryable: false,
    fallback: 'INVALID_VALUE',
    message: 'no why',
  })(writeOf('A', properties));
const about = (property: string, more = {}) => ({ context: { propertyName: [property] }, ...more });

it('a refusal is told with all that HubSpot says', () => {
  const error = {
    category: 'VALIDATION_ERROR',
    correlationId: 'c-1',
    message: 'Invalid input',
    subCategory: 'sub',
    context: { ids: ['1'] },
    errors: [about('price', { message: 'abc was not a valid number', code: 'INVALID_INTEGER' })],
  };
  expect(refused(error, { price: 'abc' })).toEqual({
    kind: 'failure',
    category: 'VALIDATION_ERROR',
    code: 'INVALID_INTEGER',
    message: 'price: abc was not a valid number',
    property: 'price',
    value: 'abc',
    httpStatus: 400,
    correlationId: 'c-1',
    subCategory: 'sub',
    context: { ids: ['1'] },
    errors: error.errors,
    retryable: false,
    attempted: true,
    stage: 'upsert',
    refusedValues: [{ property: 'price', reason: 'abc was not a valid number' }],
  });
});

it('a refusal that says nothing is told with what is known of it', () => {
  expect(refused({})).toMatchObject({
    category: 'INVALID_VALUE',
    code: null,
    message: 'no why',
    property: null,
    value: null,
    correlationId: null,
    subCategory: null,
    context: null,
    errors: null,
  });
});

it.each([
  [{ category: 'C', errorType: 'T' }, { category: 'C' }],
  [{ errorType: 'T' }, { category: 'T' }],
  [{ errors: [{}, { code: 'FIRST' }, { code: 'SECOND' }] }, { code: 'FIRST' }],
  [{ errors: [{ message: 'x' }] }, { code: null }],
  [{ errors: [{ code: 'OTHER' }, about('price', { code: 'OWN' })] }, { code: 'OWN' }],
  [{ errors: [{ code: 'OTHER' }, about('price')] }, { code: 'OTHER' }],
])('%j gives %j', (error, expected) => {
  expect(refused(error)).toMatchObject(expected);
});

describe('the message is', () => {
  it.each<[string, object, string]>([
    ['HubSpot’s own', { message: 'Invalid input' }, 'Invalid input'],
    [
      'the sentence about the property rather than the one about the batch',
      { message: 'Invalid input', errors: [about('price', { message: 'price is odd' })] },
      'price is odd',
    ],
    [
      'led by the property’s name where the sentence lacks it',
      { errors: [about('price', { message: 'odd' })] },
      'price: odd',
    ],
    [
      'every sentence, each once',
      {
        errors: [
          about('price', { message: 'price and size do not fit', code: '1' }),
          about('size', { message: 'price and size do not fit', code: '2' }),
          about('price', { message: 'odd', code: '3' }),
        ],
      },
      'price and size do not fit. price: odd',
    ],
    [
      'HubSpot’s own where a property error has no sentence',
      { message: 'Invalid input', errors: [about('price')] },
      'Invalid input',
    ],
    [
      'the sentences that there are',
      { errors: [about('price'), about('size', { message: 'odd' })] },
      'size: odd',
    ],
  ])('%s', (_, error, message) => {
    expect(refused(error, { price: '1', size: 'M' }).message).toBe(message);
  });
});

describe('of several property errors a record is told those that can be about it', () => {
  const errors = [
    about('tags', { message: 'required', code: 'MISSING_REQUIRED_PROPERTY' }),
    about('price', { message: 'abc was not a valid number' }),
    about('size', { message: 'not on the list' }),
  ];

  it.each([
    [
      { tags: 'x', price: 'abc' },
      { property: 'price', value: 'abc' },
    ],
    [
      { tags: 'x', size: 'M' },
      { property: 'size', value: 'M' },
    ],
    [{ price: '1' }, { property: 'tags', value: null }],
    [
      { tags: '', price: '1' },
      { property: 'tags', value: '' },
    ],
  ])('%j', (properties, { property, value }) => {
    const failure = refused({ errors }, properties);
    expect(failure).toMatchObject({ property, value });
    expect(failure.message).toMatch(new RegExp(`^${property}: [^.]+$`));
  });

  it('and all of them where none can', () => {
    expect(refused({ errors }, { tags: 'x' }).message).toBe(
      'tags: required. price: abc was not a valid number. size: not on the list',
    );
  });

  it('and the value of idProperty counts as sent', () => {
    const duplicate = { errors: [...errors, about('sku', { message: 'taken' })] };
    expect(refused(duplicate, { tags: 'x' })).toMatchObject({ message: 'sku: taken', value: 'A' });
  });
});
