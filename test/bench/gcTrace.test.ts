import { heldAfterCollections } from '../../bench/measure/gcTrace';

const TRACE = `
[71:0x38c64df0]     6417 ms: Scavenge 60.1 (84.8) -> 55.0 (85.0) MB, 1.22 / 0.01 ms  task;
[71:0x38c64df0]     6417 ms: Mark-Compact 56.7 (84.8) -> 46.5 (85.0) MB, 166.22 / 0.01 ms  testing; GC requested
[71:0x1:0]     6654 ms: Mark-Compact (reduce) 93.5 (98.1) -> 61.0 (97.3) MB, pooled: 0.0 MB, 2.2 / 0.0 ms
`;

it('reads what full collections left, and leaves scavenges out', () => {
  expect(heldAfterCollections(TRACE)).toEqual([46.5 * 2 ** 20, 61 * 2 ** 20]);
});
