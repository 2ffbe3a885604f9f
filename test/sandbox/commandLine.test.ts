import { BARE_V3 } from '../../sandbox/hubspot/options';
import { parseCommandLine } from '../../sandbox/hubspot/commandLine';

test('flags become options', () => {
  const args =
    '--port 0 --latency 300-800 --limit 110 --window 5000 --token-life 0.5 --seed 9'.split(' ');
  expect(parseCommandLine(args)).toEqual({
    kind: 'run',
    options: {
      port: 0,
      latency: { minMs: 300, maxMs: 800 },
      rateLimit: { perWindow: 110, windowMs: 5000, daily: 1_000_000, kind: 'rolling' },
      tokenLifeSeconds: 0.5,
      seed: 9,
    },
  });
});

test('"off" switches the rate limit off, nothing said keeps HubSpot\'s', () => {
  expect(parseCommandLine(['--limit', 'off'])).toMatchObject({ options: { rateLimit: null } });
  expect(parseCommandLine([])).toMatchObject({ options: { rateLimit: undefined } });
});

test('what real answers lack can be left out, and the rest made as small as it may be', () => {
  const args = '--bare --page 7 --batch 20 --tls selfSigned'.split(' ');
  expect(parseCommandLine(args)).toMatchObject({
    options: { ...BARE_V3, definitionsPageSize: 7, batchSizeLimit: 20, tls: 'selfSigned' },
  });
});

test('nothing said leaves the defaults alone', () => {
  const command = parseCommandLine([]);
  expect(command.kind === 'run' && Object.keys(command.options)).toEqual([
    'port',
    'latency',
    'rateLimit',
    'tokenLifeSeconds',
    'seed',
  ]);
});

test.each([
  [['--tls', 'none'], /--tls must be one of selfSigned, .*, not "none"/],
  [['--batch', '0'], /at least 1/],
  [['--port', 'x'], /--port must be a whole number, not "x"/],
  [['--port', '70000'], /at most 65535/],
  [['--latency', '800-300'], /smaller number first/],
  [['--limit', '0'], /at least 1/],
  [['--token-life', '-1'], /--token-life/],
  [['--colour', 'red'], /--colour/],
  [['extra'], /extra/],
])('%j is unusable', (args, message) => {
  expect(parseCommandLine(args)).toEqual({
    kind: 'unusable',
    message: expect.stringMatching(message) as string,
  });
});
