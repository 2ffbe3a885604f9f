import { Redacted } from '../../nodes/HubspotBatchUpsert/output/redacted';

const KEY = 'pat-na1-0a1b2c3d-ffff-4444-8888-0123456789ab';

describe('what HubSpot says of a failure', () => {
  it('is without credentials in every field, and otherwise as it was', () => {
    const said = {
      message: `no: ${KEY}`,
      code: KEY,
      httpStatus: 400,
      context: { a: [KEY] },
      b: null,
    };
    expect(new Redacted().fieldsOf(said)).toEqual({
      message: 'no: (hidden)',
      code: '(hidden)',
      httpStatus: 400,
      context: { a: ['(hidden)'] },
      b: null,
    });
    expect(said.code).toBe(KEY);
  });

  it('stays shared where several failures share it', () => {
    const context = { options: ['a', 'b'] };
    const redacted = new Redacted();
    const [one, other] = [redacted.fieldsOf({ context }), redacted.fieldsOf({ context })];
    expect(one.context).toEqual(context);
    expect(one.context).toBe(other.context);
  });
});

it('of a record that was written everything but the user’s values and known fields is read', () => {
  const given = {
    outcome: 'created' as const,
    idValue: KEY,
    properties: { token: KEY },
    propertiesWithHistory: { token: [{ value: KEY }] },
    objectWriteTraceId: KEY,
    warnings: [{ message: KEY }],
    other: KEY,
  };
  expect(new Redacted().record({ ...given })).toEqual({
    ...given,
    warnings: [{ message: '(hidden)' }],
    other: '(hidden)',
  });
});

it('of a record that was written a Date that was left out stays one', () => {
  const leftOut = [{ property: 'price', value: new Date(0), reason: `no: ${KEY}` }];
  expect(new Redacted().record({ outcome: 'created', leftOut })).toEqual({
    outcome: 'created',
    leftOut: [{ ...leftOut[0], reason: 'no: (hidden)' }],
  });
});
