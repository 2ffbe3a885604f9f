import { heldAfterForced } from '../../bench/measure/gcTrace';

const TRACE = `
[71:0x38c64df0]     6417 ms: Scavenge 60.1 (84.8) -> 55.0 (85.0) MB, 1.22 / 0.01 ms  task;
[71:0x38c64df0]     6417 ms: Mark-Compact 56.7 (84.8) -> 46.5 (85.0) MB, 166.22 / 0.01 ms  testing; GC requested
[71:0x38c64df0]     6514 ms: Mark-Compact 60.7 (83.4) -> 57.9 (85.0) MB, 1.66 / 0.00 ms  (+ 4.1 ms in 70 steps since start of marking) finalize incremental marking via stack guard; GC in old space requested
[71:0x1:0]     6654 ms: Mark-Compact (reduce) 93.5 (98.1) -> 61.0 (97.3) MB, pooled: 0.0 MB, 2.2 / 0.0 ms testing; GC requested
`;

it("reads what forced collections left, and leaves out scavenges and those of V8's own accord", () => {
  expect(heldAfterForced(TRACE)).toEqual([46.5 * 2 ** 20, 61 * 2 ** 20]);
});
