import { batchReadPath } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { resultsOf, written } from '../account/answers';
import type { Answer } from '../account/hubspot';
import type { Workshop } from '../account/workshop';
import { mustBe, oneOf, type Fact, type Trial } from './fact';
import { once } from './once';

const ADDITIONAL = 'hs_additional_emails';

/** What HubSpot does with contacts and their addresses. */
export const EMAILS: Fact[] = [
  {
    name: 'an e-mail address in capitals',
    claim: 'It is stored in small letters, and found as it was sent',
    try: async ({ workshop, hubspot }) => {
      const email = workshop.names.email('capitals').toUpperCase();
      written(await byEmail(workshop, email, { [workshop.names.text]: 'before' }));
      const answer = await read(hubspot, 'email', email);
      const stored = resultsOf(answer)[0]?.properties?.email;
      return mustBe(stored === email.toLowerCase(), `stored in ${caseOf(stored)}`, answer);
    },
  },
  {
    name: 'properties that an upsert by email leaves out',
    claim: 'They keep their values',
    try: async ({ workshop, hubspot }) => {
      const email = workshop.names.email('partial');
      const { text, number } = workshop.names;
      written(await byEmail(workshop, email, { [text]: 'kept' }));
      written(await byEmail(workshop, email, { [number]: '7' }));
      const answer = await read(hubspot, 'email', email, text);
      const kept = resultsOf(answer)[0]?.properties?.[text] === 'kept';
      return mustBe(kept, kept ? 'they keep them' : 'they lose them', answer);
    },
  },
  {
    name: 'an upsert by an additional address of a contact',
    claim: 'It finds the contact, whose primary address stays',
    try: async (trial) => {
      const { workshop, hubspot } = trial;
      const { id, primary, additional } = await contactWithTwo(trial);
      const answer = await byEmail(workshop, additional, { [workshop.names.text]: 'found' });
      const found = resultsOf(answer)[0]?.id === id;
      const now = resultsOf(await read(hubspot, undefined, id))[0]?.properties?.email;
      const seen = `${found ? 'it finds it' : 'it makes another one'}, the primary address ${now === primary ? 'stays' : 'is another one'}`;
      return mustBe(found && now === primary, seen, answer);
    },
  },
  {
    name: 'two addresses of one contact in a batch',
    claim: 'Both inputs are written, or the batch is refused',
    try: async (trial) => {
      const { workshop } = trial;
      const { primary, additional } = await contactWithTwo(trial);
      const inputs = [primary, additional].map((id) => ({
        id,
        idProperty: 'email',
        objectWriteTraceId: id,
        properties: { [workshop.names.text]: id },
      }));
      const answer = await workshop.write('v3', 'upsert', 'contacts', inputs);
      const count = resultsOf(answer).length;
      const way = answer.status === 400 ? 'refused' : count > 0 ? 'written' : undefined;
      const ways = { written: `${count} result(s)`, refused: 'the batch is refused' };
      return oneOf(way, ways, answer);
    },
  },
  {
    name: 'batch/update of contacts by email',
    claim: 'They are updated, or the batch is refused',
    try: async ({ workshop }) => {
      const email = workshop.names.email('update');
      written(await byEmail(workshop, email, { [workshop.names.text]: 'before' }));
      const answer = await workshop.write('v3', 'update', 'contacts', [
        {
          id: email,
          idProperty: 'email',
          objectWriteTraceId: 'one',
          properties: { [workshop.names.text]: 'x' },
        },
      ]);
      const isRefused = answer.status >= 400 || answer.status === 207;
      const way = resultsOf(answer).length === 1 ? 'updated' : isRefused ? 'refused' : undefined;
      return oneOf(way, { updated: 'they are updated', refused: 'it is refused' }, answer);
    },
  },
];

const contactWithTwo = once(async ({ workshop }: Trial) => {
  const [primary, additional] = [workshop.names.email('first'), workshop.names.email('second')];
  const answer = written(await byEmail(workshop, primary, { [ADDITIONAL]: additional }));
  return { id: resultsOf(answer)[0]!.id!, primary, additional };
});

async function byEmail(workshop: Workshop, email: string, properties: Record<string, string>) {
  return await workshop.write('v3', 'upsert', 'contacts', [
    { id: email, idProperty: 'email', objectWriteTraceId: 'one', properties },
  ]);
}

async function read(
  hubspot: Trial['hubspot'],
  idProperty: string | undefined,
  id: string,
  property = 'email',
): Promise<Answer> {
  return await hubspot.send('POST', batchReadPath('v3', 'contacts'), {
    idProperty,
    properties: [property],
    inputs: [{ id }],
  });
}

function caseOf(stored: string | null | undefined): string {
  if (!stored) return 'no way';
  return stored === stored.toLowerCase() ? 'small letters' : 'other letters';
}
