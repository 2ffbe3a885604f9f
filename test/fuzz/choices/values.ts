import fc from 'fast-check';
import { cellOf } from '../cases/cells';
import type { Cell, Meaning } from '../cases/meaning';
import type { PropertyKind } from '../cases/target';

/** Few different values in several spellings, so that items and HubSpot often hold the same. */
export function cellLikeHeld(
  kind: PropertyKind,
  options: readonly string[] = [],
): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...fewCells(kind, options)) },
    { weight: 3, arbitrary: fc.constantFrom(...EMPTY) },
    { weight: 1, arbitrary: cellOf(kind, options) },
  );
}

/** What HubSpot may hold for a property of the kind; `''` stands for nothing. */
export function heldValue(
  kind: PropertyKind,
  options: readonly string[] = [],
): fc.Arbitrary<string> {
  return fc.constantFrom('', ...heldTexts(kind, options));
}

const EMPTY: Cell[] = [
  ...[null, '', [], ['']].map((value): Cell => ({ value, meaning: { kind: 'empty' } })),
  { value: undefined },
];

function fewCells(kind: PropertyKind, options: readonly string[]): Cell[] {
  const [first = '', second = '', third = ''] = options;
  switch (kind) {
    case 'text':
      return ['same', 'Same', 'other'].map((text) => said(text, { kind: 'text', text }));
    case 'number':
      return [
        ...[1.5, '1.50', ' 1.5'].map((value) => said(value, { kind: 'number', number: 1.5 })),
        ...[7, '7'].map((value) => said(value, { kind: 'number', number: 7 })),
        ...[0, '0'].map((value) => said(value, { kind: 'number', number: 0 })),
      ];
    case 'date':
      return ['2024-05-06', '2024/05/06', Date.parse('2024-05-06'), '2024-05-07'].map((value) =>
        said(value, { kind: 'text', text: value === '2024-05-07' ? value : '2024-05-06' }),
      );
    case 'datetime':
      return ['2024-05-06T07:08:09.000Z', '2024-05-06T09:08:09+02:00', 1_714_979_289_000].map(
        (value) => said(value, { kind: 'text', text: '2024-05-06T07:08:09.000Z' }),
      );
    case 'bool':
      return [true, 'yes', 'false', 0].map((value) =>
        said(value, { kind: 'text', text: String(value === true || value === 'yes') }),
      );
    case 'option':
      return options.map((text) => said(text, { kind: 'text', text }));
    case 'options':
      return [
        said([first], { kind: 'options', options: [first] }),
        said(`${second};${first}`, { kind: 'options', options: [first, second] }),
        said(`;${first}`, { kind: 'adds', options: [first] }),
        said(`;${second};${third}`, { kind: 'adds', options: [second, third] }),
      ];
  }
}

function said(value: unknown, meaning: Meaning): Cell {
  return { value, meaning };
}

function heldTexts(kind: PropertyKind, options: readonly string[]): string[] {
  const [first = '', second = '', third = ''] = options;
  switch (kind) {
    case 'text':
      return ['same', 'other'];
    case 'number':
      return ['1.5', '1.500', '7', '0'];
    case 'date':
      return ['2024-05-06', '2023-01-01'];
    case 'datetime':
      return ['2024-05-06T07:08:09.000Z', '2023-01-01T00:00:00.000Z'];
    case 'bool':
      return ['true', 'false'];
    case 'option':
      return [first, second];
    case 'options':
      return [first, `${first};${second}`, `${second};${first}`, `${second};${third}`];
  }
}
