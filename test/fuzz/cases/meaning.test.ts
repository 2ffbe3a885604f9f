import { afterOneAnother, type Meaning } from './meaning';

const options = (...chosen: string[]): Meaning => ({ kind: 'options', options: chosen });
const adds = (...chosen: string[]): Meaning => ({ kind: 'adds', options: chosen });

describe('two values for one property, one after the other', () => {
  it.each<[string, Meaning | undefined, Meaning, Meaning]>([
    ['added options are added up', adds('gift'), adds('bulky'), adds('gift', 'bulky')],
    ['options are added to those named', options('gift'), adds('bulky'), options('gift', 'bulky')],
    ['named options undo those added', adds('gift'), options('bulky'), options('bulky')],
    ['options are added to nothing', { kind: 'empty' }, adds('gift'), options('gift')],
    ['the first one stands alone', undefined, adds('gift'), adds('gift')],
  ])('%s', (_, earlier, later, both) => {
    expect(afterOneAnother(earlier, later)).toEqual(both);
  });
});
