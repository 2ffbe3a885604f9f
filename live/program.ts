import { cleanUp } from './account/cleanUp';
import { Hubspot } from './account/hubspot';
import { lookAtAccount, type Account } from './account/look';
import { namesOf } from './account/names';
import { Workshop } from './account/workshop';
import {
  HOW_TO_GET_A_KEY,
  KEY_VARIABLE,
  MAX_CONTACTS,
  parseCommandLine,
  USAGE,
  type Request,
} from './commandLine';
import { FACTS } from './facts/all';
import type { Trial } from './facts/fact';
import { countVerdicts, saveReport } from './report/report';
import { tryFacts } from './tryFacts';

const FAILED = 1;
const UNUSABLE_INPUT = 2;

const MAX_REQUESTS = 250;
const MAX_MS = 10 * 60_000;
/** To remove what was made; more than that takes. */
const CLEAN_UP = { maxRequests: 100, maxMs: 5 * 60_000 };
const SEARCH_LAG_MS = 15_000;
const PATIENCE = { times: 30, pauseMs: 1_000 };

/** Where the program reads and writes. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  print: (line: string) => void;
  complain: (line: string) => void;
  /** Undefined where nobody is there to answer. */
  ask: ((question: string) => Promise<string>) | undefined;
  /** Stops the trials; what was made is removed all the same. */
  signal: AbortSignal;
  /** How long search may not know a new record, when something has to be found in the end. */
  searchLagMs?: number;
  /** How long a fact waits for search. */
  patience?: Trial['patience'];
}

/**
 * The whole of `npm run live`.
 *
 * @param args Without the program's name.
 * @returns The exit code.
 */
export async function runProgram(args: string[], surroundings: Surroundings): Promise<number> {
  const { env, print, complain } = surroundings;
  const command = parseCommandLine(args);
  if (command.kind === 'help') {
    print(USAGE);
    return 0;
  }
  if (command.kind === 'unusable') {
    complain(`${command.message}\n\n${USAGE}`);
    return UNUSABLE_INPUT;
  }
  const key = env[KEY_VARIABLE]?.trim();
  if (!key) {
    complain(HOW_TO_GET_A_KEY);
    return UNUSABLE_INPUT;
  }
  return await runWith(key, command.request, withoutKey(key, surroundings));
}

/** Nothing that is said holds the key, even where HubSpot quotes it. */
function withoutKey(key: string, surroundings: Surroundings): Surroundings {
  const blotted = (write: (line: string) => void) => (line: string) =>
    write(line.split(key).join('•••'));
  return {
    ...surroundings,
    print: blotted(surroundings.print),
    complain: blotted(surroundings.complain),
  };
}

async function runWith(key: string, request: Request, surroundings: Surroundings): Promise<number> {
  const { complain, signal } = surroundings;
  const { baseUrl, pauseMs } = request;
  const bounds = { pauseMs, maxRequests: MAX_REQUESTS, maxMs: MAX_MS, signal };
  try {
    const hubspot = new Hubspot({ baseUrl, key }, bounds);
    const account = await lookAtAccount(hubspot);
    const refusal = await refusalOf(account, request, surroundings);
    if (refusal !== undefined) {
      complain(refusal);
      return UNUSABLE_INPUT;
    }
    return await tryAndTell(hubspot, account, key, request, surroundings);
  } catch (error) {
    complain((error as Error).message);
    return FAILED;
  }
}

async function refusalOf(
  { portalId, accountType, contacts }: Account,
  { isAnySize, isConfirmed }: Request,
  { ask }: Surroundings,
): Promise<string | undefined> {
  const count = contacts.toLocaleString('en-US');
  if (contacts > MAX_CONTACTS && !isAnySize) {
    return `The account ${portalId} has ${count} contacts, which looks like real data: nothing was written. Take a test account, or add --any-size.`;
  }
  if (isConfirmed) return undefined;
  if (ask === undefined) return 'Nobody is there to be asked: add --yes to write without asking.';
  const question = `Write to account ${portalId} (${accountType}, ${count} contacts), and remove it again? [y/N] `;
  const answer = (await ask(question)).trim().toLowerCase();
  return answer === 'y' || answer === 'yes' ? undefined : 'Nothing was written.';
}

async function tryAndTell(
  hubspot: Hubspot,
  account: Account,
  key: string,
  { only, pauseMs, out }: Request,
  { print, searchLagMs = SEARCH_LAG_MS, patience = PATIENCE }: Surroundings,
): Promise<number> {
  const at = new Date();
  const workshop = new Workshop(hubspot, namesOf(at.getTime()));
  const facts = FACTS.filter(
    ({ name }) => only.length === 0 || only.some((text) => name.includes(text)),
  );
  const trial = { hubspot, workshop, patience };
  const tried = await tryFacts(facts, trial, ({ name, verdict, seen }) =>
    print(`${verdict.padEnd('could not be tried'.length)}  ${name}: ${seen}`),
  );
  const cleaner = hubspot.within({ ...CLEAN_UP, pauseMs });
  const cleaned = await cleanUp(workshop, cleaner, searchLagMs);
  const requests = hubspot.requests + cleaner.requests;
  const secrets = [key, ...[...workshop.recordIds.values()].flatMap((ids) => [...ids])];
  const file = await saveReport({ at, account, tried, requests, cleanUp: cleaned }, out, secrets);
  const verdicts = countVerdicts(tried);
  print(
    `\n${verdicts.holds} hold, ${verdicts['does not hold']} do not, ${verdicts['could not be tried']} could not be tried. Removed: ${cleaned.records} records, ${cleaned.properties} properties.`,
  );
  for (const what of cleaned.left) print(`May still be there: ${what}`);
  print(`Report: ${file}`);
  return verdicts['does not hold'] > 0 || cleaned.left.length > 0 ? FAILED : 0;
}
