import {
  findStandardObjectType,
  STANDARD_OBJECT_TYPES,
} from '../../nodes/HubspotBatchUpsert/hubspot/objectTypes';

it.each([
  ['contacts', 'contacts'],
  ['Line_Items', 'line_items'],
  ['0-1', 'contacts'],
])('%s is a standard object type', (nameOrId, name) => {
  expect(findStandardObjectType(nameOrId)?.name).toBe(name);
});

it.each(['2-345', 'p123_cars', 'contact', ''])('%j is none', (nameOrId) => {
  expect(findStandardObjectType(nameOrId)).toBeUndefined();
});

it('no two have a name or an id in common', () => {
  const names = STANDARD_OBJECT_TYPES.flatMap(({ name, objectTypeId }) => [name, objectTypeId]);
  expect(new Set(names).size).toBe(names.length);
});

it('deal splits are none of them: their upsert is another endpoint with another input', () => {
  expect(findStandardObjectType('deal_splits')).toBeUndefined();
  expect(findStandardObjectType('0-72')).toBeUndefined();
});

it.each([
  ['appointments', ['hs_appointment_name']],
  ['commerce_payments', ['hs_initial_amount', 'hs_initiated_date']],
  ['communications', ['hs_timestamp', 'hs_communication_channel_type']],
  ['contacts', []],
  ['courses', ['hs_course_name']],
  ['deals', ['dealname', 'pipeline', 'dealstage']],
  ['emails', ['hs_timestamp', 'hs_email_direction']],
  ['invoices', ['hs_currency']],
  ['listings', ['hs_name']],
  ['orders', ['hs_order_name']],
  ['projects', ['hs_name', 'hs_pipeline', 'hs_pipeline_stage']],
  ['quotes', ['hs_title', 'hs_expiration_date']],
  ['services', ['hs_name', 'hs_pipeline', 'hs_pipeline_stage']],
  ['subscriptions', ['hs_name']],
  ['tickets', ['subject', 'hs_pipeline', 'hs_pipeline_stage']],
  ['users', ['hs_internal_user_id', 'hs_email']],
])('a new record of %s has to have %j', (name, required) => {
  expect(findStandardObjectType(name)?.required).toEqual(required);
});

it('a new company has to have one of two properties, other object types know no such choice', () => {
  const choices = STANDARD_OBJECT_TYPES.filter(({ requiredOneOf }) => requiredOneOf.length > 0);
  expect(choices.map(({ name, requiredOneOf }) => [name, requiredOneOf])).toEqual([
    ['companies', ['domain', 'name']],
  ]);
});
