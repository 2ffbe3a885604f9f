import { redactor } from '../../live/report/redact';
import { runLive, testAccount } from './run';

it('neither key nor ids stand in a report, whatever HubSpot says', async () => {
  const sandbox = await testAccount();
  const key = sandbox.tokens.serviceKey();
  sandbox.faults.add({
    match: { path: '/crm/v3/objects/companies/batch/upsert' },
    do: { kind: 'refusal', message: `Bearer ${key} of portal 1234567 may not ({id})` },
  });
  const { report, facts, printed } = await runLive(sandbox, ['--yes'], {
    env: { HUBSPOT_SERVICE_KEY: key },
  });

  expect(facts.find(({ name }) => name === 'an upsert of companies by domain')?.seen).toMatch(
    /^Bearer ••• of portal ••• may not/,
  );
  expect(`${report}${printed}`).not.toContain(key);
  expect(report).not.toContain('1234567');
  const ids = sandbox.log.entries.flatMap(({ written }) => written ?? []);
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.filter((id) => report.includes(id))).toEqual([]);
});

it('the report has a date, the verdicts, and the answer that shows each', async () => {
  const { report, facts } = await runLive(await testAccount());
  expect(report).toMatch(/# What HubSpot did on \d{4}-\d\d-\d\d\n/);
  expect(report).toMatch(/type STANDARD in na1, with \d+ requests: \d+ facts hold, 0 do not/);
  for (const { answer } of facts) expect(answer?.status).toBeGreaterThanOrEqual(200);
});

it.each<[unknown, unknown]>([
  ['pat-na1-0123-abcd of 51', '••• of •••'],
  ['record 515', 'record 515'],
  [
    { id: 'x', ids: ['1'], message: 'on 20000000001' },
    { id: '•••', ids: '•••', message: 'on •••' },
  ],
  [
    { correlationId: null, total: 3 },
    { correlationId: null, total: 3 },
  ],
  [
    [51, 7],
    ['•••', 7],
  ],
  ['5e1a8d0c-0000-4000-8000-00000000000a', '•••'],
  ['key+1', '•••'],
])('of %j the report shows %j', (value, shown) => {
  expect(redactor(['51', 'key+1', ''])(value)).toEqual(shown);
});
