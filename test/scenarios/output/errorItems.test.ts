import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('an Error item says what to correct, and has every field of the contract', async () => {
  const sandbox = await sandboxForTest();
  const { error } = await upsert({
    items: [{ invoice_line_key: 'E-1', price: 'abc' }],
    credential: serviceKeyOf(sandbox),
  });
  expect(error[0]?.json).toEqual({
    invoice_line_key: 'E-1',
    price: 'abc',
    hubspotError: {
      category: 'INVALID_VALUE',
      code: 'INVALID_VALUE',
      message: 'price: "abc" is not a number: write digits with one decimal mark, such as 1234.5',
      property: 'price',
      value: 'abc',
      httpStatus: null,
      correlationId: null,
      subCategory: null,
      context: null,
      errors: [
        {
          message: '"abc" is not a number: write digits with one decimal mark, such as 1234.5',
          code: 'INVALID_VALUE',
          context: { propertyName: ['price'] },
        },
      ],
      retryable: false,
      attempted: false,
      stage: 'validate',
      objectType: 'line_items',
      idProperty: 'invoice_line_key',
      idValue: 'E-1',
      objectWriteTraceId: null,
    },
  });
});

it('a corrected Error item goes straight back in', async () => {
  const sandbox = await sandboxForTest();
  const credential = serviceKeyOf(sandbox);
  const { error } = await upsert({
    items: [{ invoice_line_key: 'M-1', price: 'abc' }],
    credential,
  });
  const corrected = { ...error[0]?.json, price: '12.50' };
  const { success } = await upsert({
    items: [corrected],
    credential,
    parameters: { options: { unknownFields: 'reject' } },
  });
  expect(success[0]?.json).toMatchObject({ price: '12.50', hubspot: { outcome: 'created' } });
  expect(success[0]?.json).not.toHaveProperty('hubspotError');
});
