import fc from 'fast-check';
import type { Row } from './rows';

const BINARY = { data: { data: 'aGk=', mimeType: 'text/plain' } };

/**
 * Items without fields, as other nodes, pins and callers of sub-workflows give them. At a `json` that
 * is null n8n's engine itself fails.
 */
const SHAPES: readonly object[] = [
  { binary: BINARY },
  { json: undefined },
  { json: '', binary: BINARY },
  { json: '' },
  { json: 7 },
  { json: ['a'] },
  { json: {} },
];

/** An item that is no record, whatever the mapping is. */
export const oddRow: fc.Arbitrary<Row> = fc.constantFrom(...SHAPES).map((shape) => ({
  json: {},
  shape,
  key: { value: undefined, id: undefined, isRefused: false },
  cells: new Map(),
  strangers: new Map(),
  isHeld: false,
  primary: undefined,
  traceId: '',
}));
