import { toSvg, type Chart } from '../../bench/results/chart';

const CHART: Chart = {
  name: 'speed',
  title: 'Seconds <least>',
  bars: [
    { label: 'ours', value: 10, text: '10 s', isOurs: true },
    { label: 'peer & co', value: 20, text: '20 s, 5 lost', isFaulty: true },
  ],
  mark: { value: 40, text: 'bound' },
};

it('has a bar for each row and a mark', () => {
  const svg = toSvg(CHART);
  expect(svg.match(/<rect class="(ours|other)"/g)).toHaveLength(2);
  expect(svg).toContain('<line class="mark"');
});

it('follows the light or dark scheme', () => {
  expect(toSvg(CHART)).toContain('@media (prefers-color-scheme: dark)');
});

it('escapes what would be markup', () => {
  expect(toSvg(CHART)).toContain('peer &amp; co');
  expect(toSvg(CHART)).not.toContain('<least>');
});
