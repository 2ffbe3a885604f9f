import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import { mentionedPairs } from '../../nodes/HubspotBatchUpsert/response/mentionedPairs';
import { nameOf, pairsOf } from '../support/pairs';

const PAIRS = pairsOf('101>201', '101>202', '102>201', '103>203', '103>103');

const mentioned = (error: object) => mentionedPairs(parseError(error), PAIRS).map(nameOf);

it.each<[string, object, string[]]>([
  ['both ids in its context', { context: { fromObjectId: ['101'], toObjectId: ['202'] } }, ['101>202']], // prettier-ignore
  ['ids that are numbers', { context: { fromObjectId: 101, toObjectId: [202] } }, ['101>202']],
  ['both ids in its sentence', { message: 'Cannot associate 102 with 201.' }, ['102>201']],
  ['one id in its context, one in its sentence', { message: '(102)', context: { id: ['201'] } }, ['102>201']], // prettier-ignore
  ['one id in common', { context: { ids: ['201'] } }, ['101>201', '102>201']],
  ['the id of one record', { context: { id: '103' } }, ['103>103']],
  ['itself', { message: 'Object 103 cannot be associated to itself (103)' }, ['103>103']],
  ['several pairs', { context: { ids: ['101', '202', '102', '201'] } }, ['101>201', '101>202', '102>201']], // prettier-ignore
  ['one in a detail', { errors: [{ message: 'no' }, { context: { id: ['202'] } }] }, ['101>202']],
  ['one in the sentence of a detail', { errors: [{ message: 'DEAL=202 is not valid' }] }, ['101>202']], // prettier-ignore
  ['a text that quotes one', { context: { INVALID_OBJECT_IDS: ['DEAL=202 is not valid'] } }, ['101>202']], // prettier-ignore
])('an error names pairs by %s', (_, error, names) => {
  expect(mentioned(error)).toEqual(names);
});

it.each<[string, object]>([
  ['nothing', {}],
  ['no number', { message: 'One or more associations are invalid', context: { type: ['a'] } }],
  ['the id of nobody', { message: 'Object 301', context: { ids: ['302', null, { id: '101' }] } }],
  ['types', { message: '0-101 is not valid', context: { type: ['101-0', '1-202'] } }],
  ['a longer number', { message: '1101 2012 x201 201x _201' }],
  ['trace ids', { context: { objectWriteTraceId: ['101-4a', 'a4-201-77'] } }],
])('an error that names %s names no pair', (_, error) => {
  expect(mentioned(error)).toEqual([]);
});

it('the pair that both ids stand for is meant alone, wherever the ids stand', () => {
  expect(mentioned({ message: '202 of 101 and 103' })).toEqual(['101>202', '103>103']);
});
