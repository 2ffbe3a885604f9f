import { ownFailure, type Failure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { contradictsStore } from '../../nodes/HubspotBatchUpsert/response/contradiction';

const refusal = (facts: Partial<Failure>) => ({ ...ownFailure('NO_OUTCOME', 'no'), ...facts });

describe('a create', () => {
  it.each<[string, Partial<Failure>, boolean]>([
    ['a conflict by its status', { httpStatus: 409 }, true],
    ['a conflict by its category', { category: 'CONFLICT' }, true],
    ['a value that is taken', { message: '7 already has that value.' }, true],
    ['an invalid value', { category: 'VALIDATION_ERROR', httpStatus: 400 }, false],
    ['what is not found', { httpStatus: 404 }, false],
  ])('meets %s', (_, facts, isContradicted) => {
    expect(contradictsStore(refusal(facts), 'create')).toBe(isContradicted);
  });
});

describe('an update', () => {
  it.each<[string, Partial<Failure>, boolean]>([
    ['a 404', { httpStatus: 404 }, true],
    ['a category', { category: 'OBJECT_NOT_FOUND' }, true],
    ['a subcategory', { subCategory: 'crm.object_not_found' }, true],
    ['a code', { code: 'NOT_FOUND' }, true],
    ['words', { message: 'Record 7 does not exist' }, true],
    ['words of one that was deleted', { message: 'The object may be deleted' }, true],
    ['words within others', { message: 'notfound' }, false],
    ['a conflict', { httpStatus: 409 }, false],
    ['a property that is not found', { httpStatus: 404, property: 'name' }, false],
  ])('meets %s', (_, facts, isContradicted) => {
    expect(contradictsStore(refusal(facts), 'update')).toBe(isContradicted);
  });
});

it('an upsert takes HubSpot’s store as it is', () => {
  const facts = { httpStatus: 404, category: 'CONFLICT', message: 'does not exist' };
  expect(contradictsStore(refusal(facts), 'upsert')).toBe(false);
});
