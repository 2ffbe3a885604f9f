import type { FaultOrder } from '../../sandbox/hubspot/faults/fault';
import { holdings, namesOf, runLive, testAccount } from './run';

describe('what a run made is removed', () => {
  it.each<[string, FaultOrder]>([
    [
      'HubSpot is out of order',
      { match: { path: '/associations/' }, do: { kind: 'status', status: 500 } },
    ],
    [
      'properties cannot be made',
      {
        match: { method: 'POST', path: '/crm/v3/properties/', nth: 2 },
        do: { kind: 'status', status: 403 },
      },
    ],
    [
      'the answer to new companies is lost',
      { match: { path: '/companies/batch/create' }, do: { kind: 'reset', when: 'after' } },
    ],
    [
      'the answer to new contacts is lost',
      { match: { path: '/contacts/batch/create' }, do: { kind: 'reset', when: 'after' } },
    ],
    [
      'answers to writes hold no results',
      { match: { path: '/contacts/batch/upsert' }, do: { kind: 'dropResults' } },
    ],
  ])('where %s', async (_, fault) => {
    const sandbox = await testAccount();
    const before = holdings(sandbox);
    sandbox.faults.add(fault);
    const { code, facts, report } = await runLive(sandbox);

    expect(namesOf(facts, 'could not be tried').length).toBeGreaterThan(0);
    expect(namesOf(facts, 'holds').length).toBeGreaterThan(0);
    expect(holdings(sandbox)).toEqual(before);
    expect(report).not.toContain('What may still be there');
    expect(code).toBe(namesOf(facts, 'does not hold').length > 0 ? 1 : 0);
  });

  it('where the user stops it in the middle', async () => {
    const sandbox = await testAccount();
    const before = holdings(sandbox);
    const stopping = new AbortController();
    sandbox.faults.add({
      match: { path: '/companies/batch/create', nth: 1 },
      do: { kind: 'meanwhile', run: () => stopping.abort() },
    });
    const { facts } = await runLive(sandbox, ['--yes'], { signal: stopping.signal });

    const open = facts.filter(({ verdict }) => verdict === 'could not be tried');
    expect(open.length).toBeGreaterThan(5);
    expect(new Set(open.map(({ seen }) => seen))).toEqual(new Set(['stopped by the user']));
    expect(namesOf(facts, 'holds').length).toBeGreaterThan(20);
    expect(sandbox.log.of('associate')).toEqual([]);
    expect(holdings(sandbox)).toEqual(before);
  });

  it('as far as HubSpot lets it, and what may be left is told', async () => {
    const sandbox = await testAccount();
    sandbox.faults.add({
      match: { path: '/contacts/batch/archive' },
      do: { kind: 'status', status: 500 },
    });
    const { code, printed, report } = await runLive(sandbox, ['--yes', '--only', 'nothing but']);

    expect(printed).toMatch(/May still be there: 2 contacts: HubSpot answered with 500/);
    expect(report).toContain('What may still be there');
    expect(sandbox.store.count('contacts')).toBe(2);
    expect(code).toBe(1);
  });
});
