import fc from 'fast-check';
import { parsePropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { quote } from '../../nodes/HubspotBatchUpsert/values/quote';
import { toPropertyText } from '../../nodes/HubspotBatchUpsert/values/propertyValue';
import { asItemValue } from '../../nodes/HubspotBatchUpsert/values/scalar';
import { valueRules } from '../support/valueRules';
import { codePoint } from '../support/codePoint';

/** Whatever an item may hold: also boxes, dates, maps, objects without a prototype, lists of all. */
const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});
const types = ['string', 'number', 'date', 'datetime', 'bool', 'enumeration', 'phone_number'];
const definition = fc
  .record({
    name: fc.constantFrom('x', 'email'),
    type: fc.oneof(fc.constantFrom(...types), fc.anything()),
    fieldType: fc.constantFrom('text', 'select', 'checkbox', 'booleancheckbox', null),
    options: fc.oneof(fc.array(fc.record({ value: fc.anything() })), fc.anything()),
    externalOptions: fc.anything(),
  })
  .map((json) => parsePropertyDefinitions({ results: [json] })[0]);

it('no value and no definition is a fault of the node', () => {
  fc.assert(
    fc.property(anything, fc.option(definition, { nil: undefined }), (value, property) => {
      const converted = toPropertyText(value, property, { ...valueRules, emptyValues: 'clear' });
      if (converted instanceof Invalid) expect(converted.reason).not.toBe('');
      else expect(['string', 'undefined']).toContain(typeof converted);
      asItemValue(value);
    }),
    { numRuns: 1000 },
  );
});

it('what a message quotes is short, and nothing of it is invisible', () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.string({ unit: codePoint, maxLength: 100 })), (value) => {
      const quoted = quote(value);
      expect(quoted).not.toMatch(/(?! )[\s\p{Cc}\p{Cs}\u200b-\u200f\u2060\ufeff]/u);
      expect(quoted.replace(/\\u[\da-f]{4}/g, '.').length).toBeLessThanOrEqual(62);
    }),
    { numRuns: 1000 },
  );
});
