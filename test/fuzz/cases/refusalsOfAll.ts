import fc from 'fast-check';
import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';

/** Sentences in which numbers, quotations and names are no record's own. */
const SENTENCES = [
  "This operation isn't available on your plan",
  'The "batch" operation is not available on your plan [Starter]',
  'Limit reached for "{id}"',
  '{id} cannot be written (see {docs})',
  'Invalid input JSON on line 3, column {count}: Cannot deserialize',
  'Refused, request 7f3c-{id}-99',
  "The property 'name' may not be written by this app",
  `Not on your plan ${'blah '.repeat(200)}`,
  ...[0, 1, 7, 50, 100, 1000].map(
    (most) => `The maximum number of inputs supported in a batch is ${most}. Please reduce them`,
  ),
];

const PARTS = [
  ...['"', "'", '[', ']', '{', '}', '(', ')', ':', '1', '{id}', '"{id}"', '[{id}]', '{count}'],
  ...['name', 'price', 'firstname', 'invoice_line_key', 'property', 'on your plan', 'before'],
];

const sentence = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SENTENCES) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 7 })
      .map((parts) => parts.join(' ')),
  },
);

const named = fc.record({
  code: fc.constantFrom(
    'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
    'MISSING_REQUIRED_PROPERTY',
    'INVALID_OPTION',
    'NOT_ON_YOUR_PLAN',
  ),
  property: fc.constantFrom('vat_number', 'name', 'firstname', 'price'),
});

/** A refusal that says the same of every record, so that none of it can pass. */
export const refusalOfAll: fc.Arbitrary<FaultAction> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.record({
          kind: fc.constant('refusal' as const),
          message: sentence,
          status: fc.constantFrom(400, 400, 409, 422),
          category: fc.constantFrom('VALIDATION_ERROR', null),
        }),
        fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: named }),
      )
      .map(([refusal, place]): FaultAction => ({ ...refusal, ...place })),
  },
  {
    weight: 2,
    arbitrary: sentence.map((message): FaultAction => ({
      kind: 'refusal',
      message,
      per: 'record',
    })),
  },
  { weight: 2, arbitrary: fc.constant<FaultAction>({ kind: 'status', status: 413 }) },
);
