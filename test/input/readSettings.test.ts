import { readSettings } from '../../nodes/HubspotBatchUpsert/input/readSettings';
import { n8nInput, type Parameters } from '../support/n8nInput';

const read = (options: Parameters = {}, more: Parameters = {}) => {
  const parameters = { ...more };
  for (const [name, value] of Object.entries(options)) parameters[`options.${name}`] = value;
  return readSettings(n8nInput([{}], parameters).context);
};

it('what the user does not set has a default', () => {
  expect(read()).toEqual({
    credentialType: 'hubspotBatchOAuth2Api',
    apiVersion: 'v3',
    batchSize: 100,
    maxConcurrency: 100,
    rateLimitShare: 1,
    duplicates: 'merge',
    emptyValues: 'ignore',
    unknownFields: 'ignore',
    fieldNames: 'namesAndLabels',
    numberFormat: 'automatic',
    dateOrder: 'refuse',
    dateNumbers: 'milliseconds',
    timeZone: 'Europe/Rome',
    invalidValues: 'reject',
    operation: 'upsert',
    existingValues: 'overwrite',
    skipUnchanged: false,
    nonUniqueId: 'refuse',
    dryRun: false,
    maxRetries: 5,
    patienceMs: 300_000,
    timeoutMs: 30_000,
    output: 'inputAndRecord',
    agentOutput: { kind: 'simplified', fields: ['id', 'url', 'property', 'value'] },
  });
});

it('what the user sets holds', () => {
  const options = {
    apiVersion: '2026-09',
    batchSize: 7,
    maxConcurrency: 3,
    rateLimitShare: 50,
    duplicates: 'sequence',
    emptyValues: 'clear',
    unknownFields: 'send',
    fieldNames: 'names',
    numberFormat: 'comma',
    dateOrder: 'dayFirst',
    dateNumbers: 'spreadsheetDays',
    timeZone: 'Europe/Berlin',
    invalidValues: 'leaveOut',
    existingValues: 'keep',
    skipUnchanged: true,
    nonUniqueId: 'search',
    dryRun: true,
    maxRetries: 0,
    patience: 20,
    timeout: 10,
    output: 'record',
    agentOutput: 'selectedFields',
    agentFields: ['id', 'stage'],
  };
  expect(read(options, { authentication: 'serviceKey', operation: 'update' })).toEqual({
    credentialType: 'hubspotBatchServiceKeyApi',
    apiVersion: '2026-09',
    batchSize: 7,
    maxConcurrency: 3,
    rateLimitShare: 0.5,
    duplicates: 'sequence',
    emptyValues: 'clear',
    unknownFields: 'send',
    fieldNames: 'names',
    numberFormat: 'comma',
    dateOrder: 'dayFirst',
    dateNumbers: 'spreadsheetDays',
    timeZone: 'Europe/Berlin',
    invalidValues: 'leaveOut',
    operation: 'update',
    existingValues: 'keep',
    skipUnchanged: true,
    nonUniqueId: 'search',
    dryRun: true,
    maxRetries: 0,
    patienceMs: 20_000,
    timeoutMs: 10_000,
    output: 'record',
    agentOutput: { kind: 'selectedFields', fields: ['id', 'stage'] },
  });
});

it.each([
  ['apiVersion', ['v3', '2026-09']],
  ['duplicates', ['merge', 'keepLast', 'keepFirst', 'sequence', 'reject']],
  ['emptyValues', ['ignore', 'clear']],
  ['unknownFields', ['ignore', 'reject', 'send']],
  ['fieldNames', ['namesAndLabels', 'names']],
  ['numberFormat', ['automatic', 'point', 'comma']],
  ['dateOrder', ['refuse', 'dayFirst', 'monthFirst']],
  ['dateNumbers', ['milliseconds', 'spreadsheetDays']],
  ['invalidValues', ['reject', 'leaveOut']],
  ['output', ['inputAndRecord', 'record']],
])('%s is one of %j', (name, choices) => {
  for (const choice of choices) expect(read({ [name]: choice })).toMatchObject({ [name]: choice });
  expect(() => read({ [name]: 'else' })).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(/^The option .+ cannot be "else"$/) as string,
      parameter: name,
      advice: `Choose one of ${choices.join(', ')}`,
    }) as Error,
  );
});

it.each([
  ['batchSize', 1, 100, 'batchSize', 1],
  ['maxConcurrency', 1, 250, 'maxConcurrency', 1],
  ['rateLimitShare', 1, 100, 'rateLimitShare', 0.01],
  ['maxRetries', 0, 20, 'maxRetries', 1],
  ['patience', 0, 86_400, 'patienceMs', 1_000],
  ['timeout', 1, 300, 'timeoutMs', 1_000],
])('%s is a whole number from %i to %i', (name, from, to, setting, unit) => {
  for (const number of [from, to, String(to)]) {
    expect(read({ [name]: number })).toMatchObject({ [setting]: Number(number) * unit });
  }
  for (const unusable of [from - 1, to + 1, from + 0.5, '', ' ', 'all', true, NaN]) {
    expect(() => read({ [name]: unusable })).toThrow(
      expect.objectContaining({
        parameter: name,
        advice: `Set a whole number from ${from} to ${to}`,
      }) as Error,
    );
  }
});

it('an unusable value stands in the message', () => {
  expect(() => read({ batchSize: 'all' })).toThrow(
    'The option Batch Size (batchSize) cannot be "all"',
  );
});

it.each([
  ['', 'Europe/Rome'],
  [' ', 'Europe/Rome'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  [' America/New_York ', 'America/New_York'],
])('the time zone %j is %s', (timeZone, expected) => {
  expect(read({ timeZone })).toMatchObject({ timeZone: expected });
});

it.each([['Berlin'], ['Europe/Nowhere'], [2], [true]])(
  '%j is no time zone, and the message says what is one',
  (timeZone) => {
    expect(() => read({ timeZone })).toThrow(
      expect.objectContaining({
        parameter: 'timeZone',
        advice: expect.stringContaining('such as Europe/Berlin') as string,
      }) as Error,
    );
  },
);

describe('a switch', () => {
  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    ['', false],
    [null, false],
  ])('%j is %s', (value, isOn) => {
    expect(read({ dryRun: value, skipUnchanged: value })).toMatchObject({
      dryRun: isOn,
      skipUnchanged: isOn,
    });
  });

  it.each(['yes', 1, 0, {}, 'True'])('%j is neither on nor off', (value) => {
    expect(() => read({ dryRun: value })).toThrow('option Dry Run (dryRun) cannot be');
    expect(() => read({ skipUnchanged: value })).toThrow(
      'option Skip Unchanged (skipUnchanged) cannot be',
    );
  });
});
