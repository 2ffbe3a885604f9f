import {
  parseAssociated,
  parseAssociationsRead,
} from '../../nodes/HubspotBatchUpsert/hubspot/associations';

describe('an answer to a request that associates pairs', () => {
  it.each<[string, object]>([
    ['records as of default associations', { from: { id: '1' }, to: { id: '2' } }],
    ['records as of labelled ones', { fromObjectId: '1', toObjectId: '2', labels: ['Upsell'] }],
    ['ids that are numbers', { fromObjectId: 1, toObjectId: 2 }],
    ['numbers within records', { from: { id: 1 }, to: { id: 2 } }],
    ['one end in the one way and one in the other', { from: { id: '1' }, toObjectId: 2 }],
  ])('tells them by %s', (_, result) => {
    expect(parseAssociated({ results: [result] })).toEqual({
      associated: [{ fromId: '1', toId: '2' }],
      errors: [],
    });
  });

  it.each<[string, unknown]>([
    ['without its first record', { to: { id: '2' } }],
    ['without its other record', { from: { id: '1' } }],
    ['whose records are none', { from: '1', to: ['2'] }],
    ['whose ids are none', { fromObjectId: null, toObjectId: {} }],
    ['that is nothing', null],
  ])('a result %s is none', (_, result) => {
    const { associated } = parseAssociated({
      results: [result, { from: { id: '3' }, to: { id: '4' } }],
    })!;
    expect(associated).toEqual([{ fromId: '3', toId: '4' }]);
  });

  it('its errors are read, whatever results are beside them', () => {
    const { associated, errors } = parseAssociated({
      results: {},
      errors: [{ message: 'no', category: 'VALIDATION_ERROR', context: { id: ['5'] } }, 7],
    })!;
    expect(associated).toEqual([]);
    expect(errors).toMatchObject([
      { message: 'no', category: 'VALIDATION_ERROR', context: { id: ['5'] } },
    ]);
  });

  it('that is an error itself has that one', () => {
    expect(parseAssociated({ message: 'no', errors: [] })?.errors).toMatchObject([
      { message: 'no' },
    ]);
  });

  it.each([undefined, null, '', 'COMPLETE', []])('%j is none', (json) => {
    expect(parseAssociated(json)).toBeUndefined();
    expect(parseAssociationsRead(json)).toBeUndefined();
  });
});

describe('an answer to a request that reads associations', () => {
  const types = (...typeIds: unknown[]) => typeIds.map((typeId) => ({ typeId }));

  it('tells of each record with what it is associated, and how', () => {
    const to = [
      { toObjectId: '2', associationTypes: [{ category: 'USER_DEFINED', typeId: 37 }] },
      { toObjectId: 3, associationTypes: types('41', 20) },
    ];
    expect(parseAssociationsRead({ results: [{ from: { id: 1 }, to }] })).toEqual({
      records: [
        {
          fromId: '1',
          to: [
            { toId: '2', types: [{ category: 'USER_DEFINED', typeId: 37 }] },
            { toId: '3', types: [{ typeId: 41 }, { typeId: 20 }] },
          ],
          after: undefined,
        },
      ],
      errors: [],
    });
  });

  it.each<[string, object, object[]]>([
    ['no list of others', { from: { id: '1' } }, [{ fromId: '1', to: [] }]],
    ['no record', { to: [{ toObjectId: '2' }] }, []],
    ['another one without an id', { from: { id: '1' }, to: [{}, null] }, [{ to: [] }]],
    ['one without types', { from: { id: '1' }, to: [{ toObjectId: '2' }] }, [{ to: [{ toId: '2', types: [] }] }]], // prettier-ignore
  ])('with %s', (_, result, records) => {
    expect(parseAssociationsRead({ results: [result, null] })?.records).toMatchObject(records);
    expect(parseAssociationsRead({ results: [result] })?.records).toHaveLength(records.length);
  });

  it('says where the next page of a record begins', () => {
    const result = { from: { id: '1' }, to: [], paging: { next: { after: 'MQ==' } } };
    expect(parseAssociationsRead({ results: [result] })?.records).toMatchObject([
      { after: 'MQ==' },
    ]);
  });

  it.each<[string, number]>([
    ['crm.associations.NO_ASSOCIATIONS_FOUND', 0],
    ['NO_ASSOCIATIONS_FOUND', 0],
    ['crm.associations.NO_ASSOCIATIONS_FOUND_YET', 1],
    ['crm.associations.INVALID_IDENTIFIER', 1],
  ])('counts %s as an error or not', (subCategory, count) => {
    const json = { results: [], errors: [{ message: 'no', subCategory }] };
    expect(parseAssociationsRead(json)?.errors).toHaveLength(count);
  });

  it.each([undefined, null, 7, ['crm.associations.NO_ASSOCIATIONS_FOUND']])(
    'a subCategory that is no text (%j) is an error',
    (subCategory) => {
      const json = { results: [], errors: [{ message: 'no', subCategory }] };
      expect(parseAssociationsRead(json)?.errors).toHaveLength(1);
    },
  );
});
