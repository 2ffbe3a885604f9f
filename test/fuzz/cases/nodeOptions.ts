import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

/** The node's options as a case sets them. */
export interface NodeOptions extends IDataObject {
  batchSize: number;
  duplicates: 'merge' | 'keepLast' | 'keepFirst' | 'sequence' | 'reject';
  emptyValues: 'ignore' | 'clear';
  unknownFields: 'ignore' | 'reject' | 'send';
  maxConcurrency: number;
  maxRetries: number;
  output: 'inputAndRecord' | 'record';
  apiVersion: 'v3' | '2026-09';
  patience: number;
  rateLimitShare: number;
  timeZone: string;
}

export const nodeOptions: fc.Arbitrary<NodeOptions> = fc.record({
  batchSize: fc.oneof(
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 100 }),
    fc.constant(100),
  ),
  duplicates: fc.constantFrom('merge', 'keepLast', 'keepFirst', 'sequence', 'reject'),
  emptyValues: fc.constantFrom('ignore', 'clear'),
  unknownFields: fc.constantFrom('ignore', 'ignore', 'reject', 'send'),
  maxConcurrency: fc.constantFrom(1, 2, 10),
  maxRetries: fc.constantFrom(0, 1, 2),
  output: fc.constantFrom('inputAndRecord', 'record'),
  apiVersion: fc.constantFrom('v3', '2026-09'),
  patience: fc.constantFrom(0, 5, 60, 300),
  rateLimitShare: fc.constantFrom(10, 50, 100),
  timeZone: fc.constantFrom('', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia'),
});
