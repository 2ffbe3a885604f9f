import { MAX_CONTACTS } from '../../live/commandLine';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { runLive, testAccount } from './run';

const ONE_FACT = ['--only', 'nothing but its key, v3'];

/** What a run wrote, be it for a moment. */
function writesTo({ log }: Sandbox) {
  return log.entries.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'));
}

describe('before anything is written', () => {
  it.each(['', '  ', undefined])('a key is asked for (%j)', async (key) => {
    const sandbox = await testAccount();
    const { code, complained } = await runLive(sandbox, ['--yes'], {
      env: { HUBSPOT_SERVICE_KEY: key },
    });
    expect(complained).toMatch(/HUBSPOT_SERVICE_KEY is not set/);
    expect(complained).toMatch(/Development > Keys > Service keys/);
    expect(sandbox.log.entries).toEqual([]);
    expect(code).toBe(2);
  });

  it('a key that HubSpot does not know is told, and not shown', async () => {
    const sandbox = await testAccount();
    const { code, complained } = await runLive(sandbox, ['--yes'], {
      env: { HUBSPOT_SERVICE_KEY: 'pat-na1-unknown' },
    });
    expect(complained).toMatch(/HubSpot answered with 401/);
    expect(complained).not.toContain('pat-na1-unknown');
    expect(code).toBe(1);
  });

  it.each<[string, ((question: string) => Promise<string>) | undefined, RegExp]>([
    ['the user says no', () => Promise.resolve('n'), /Nothing was written/],
    ['the user says nothing', () => Promise.resolve(''), /Nothing was written/],
    ['nobody is there', undefined, /add --yes/],
  ])('nothing is, where %s', async (_, ask, words) => {
    const sandbox = await testAccount();
    const { code, complained } = await runLive(sandbox, [], { ask });
    expect(complained).toMatch(words);
    expect(writesTo(sandbox)).toEqual([]);
    expect(code).toBe(2);
  });

  it('the user is asked, with the account and its size', async () => {
    const sandbox = await testAccount();
    const questions: string[] = [];
    const ask = (question: string) => {
      questions.push(question);
      return Promise.resolve('y');
    };
    const { code, facts } = await runLive(sandbox, ONE_FACT, { ask });
    expect(questions).toEqual([expect.stringMatching(/account 1234567 \(STANDARD, 0 contacts\)/)]);
    expect(facts).toHaveLength(1);
    expect(code).toBe(0);
  });

  it('an account with real data is refused, unless it is meant', async () => {
    const sandbox = await testAccount();
    for (let count = 0; count <= MAX_CONTACTS; count += 1) sandbox.store.put('contacts', {});
    const refused = await runLive(sandbox, ['--yes', ...ONE_FACT]);
    expect(refused.complained).toMatch(/has 3,001 contacts.*nothing was written/);
    expect(writesTo(sandbox)).toEqual([]);
    expect(refused.code).toBe(2);

    expect((await runLive(sandbox, ['--yes', '--any-size', ...ONE_FACT])).code).toBe(0);
    expect(sandbox.store.count('contacts')).toBe(MAX_CONTACTS + 1);
  });

  it.each([['--pause', 'soon'], ['--base-url', 'api.hubapi.com'], ['--never']])(
    'a flag that cannot be used is told: %s',
    async (...args) => {
      const sandbox = await testAccount();
      const { code, complained } = await runLive(sandbox, ['--yes', ...args]);
      expect(complained).toContain(args[0]);
      expect(complained).toContain('npm run live');
      expect(code).toBe(2);
    },
  );

  it('--help needs no key', async () => {
    const { code, printed } = await runLive(await testAccount(), ['--help'], { env: {} });
    expect(printed).toContain('--any-size');
    expect(code).toBe(0);
  });
});
