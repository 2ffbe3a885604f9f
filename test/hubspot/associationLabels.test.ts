import {
  isDefaultAssociation,
  labelValue,
  parseAssociationLabels,
} from '../../nodes/HubspotBatchUpsert/hubspot/associationLabels';

describe('the labels in an answer', () => {
  it.each<[unknown, object[]]>([
    [{ category: 'USER_DEFINED', typeId: 37, label: 'Upsell' }, [{ category: 'USER_DEFINED', typeId: 37, label: 'Upsell' }]], // prettier-ignore
    [{ category: 'USER_DEFINED', typeId: '37' }, [{ category: 'USER_DEFINED', typeId: 37, label: null }]], // prettier-ignore
    [{ category: 'WORK', typeId: 0, label: '' }, [{ category: 'WORK', typeId: 0, label: null }]],
    [{ category: 'WORK', typeId: 1, label: 7 }, [{ category: 'WORK', typeId: 1, label: null }]],
    [{ typeId: 37 }, []],
    [{ category: '', typeId: 37 }, []],
    [{ category: 'WORK' }, []],
    [{ category: 'WORK', typeId: 1.5 }, []],
    [{ category: 'WORK', typeId: '1.5' }, []],
    [{ category: 'WORK', typeId: 'a1' }, []],
    [{ category: 'WORK', typeId: '' }, []],
    [{ category: 'WORK', typeId: 2 ** 53 }, []],
    [{ category: 'WORK', typeId: true }, []],
    [null, []],
  ])('%j is read as %j', (entry, labels) => {
    expect(parseAssociationLabels({ results: [entry] })).toEqual(labels);
  });

  it.each([undefined, null, {}, { results: 'x' }])('are none in %j', (json) => {
    expect(parseAssociationLabels(json)).toEqual([]);
  });
});

it.each<[boolean, string, string | null]>([
  [true, 'HUBSPOT_DEFINED', null],
  [false, 'HUBSPOT_DEFINED', 'Primary'],
  [false, 'USER_DEFINED', null],
])('it is %p that %s with the label %j is the default association', (is, category, label) => {
  expect(isDefaultAssociation({ category, typeId: 20, label })).toBe(is);
});

it('a label is named by its category and its number', () => {
  expect(labelValue({ category: 'USER_DEFINED', typeId: 37, label: 'Upsell' })).toBe(
    'USER_DEFINED:37',
  );
});
