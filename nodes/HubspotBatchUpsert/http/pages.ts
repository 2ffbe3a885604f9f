import { nextPageIn } from '../hubspot/parsing';

/** More pages than any list of HubSpot's takes; a gateway might lead in a circle. */
export const MAX_PAGES = 100;

/**
 * Asks for a list page by page, up to the last one or one that says nothing of a next one, as every
 * answer does that is no list.
 *
 * @param ask Gets the page that begins at a place; undefined stands for the first one.
 * @param bodyOf The JSON of such an answer, where it is not the answer itself.
 */
export async function readPages<Answer>(
  ask: (after: string | undefined) => Promise<Answer>,
  bodyOf: (answer: Answer) => unknown = (answer) => answer,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let after: string | undefined;
  for (let isLast = false; !isLast;) {
    const answer = await ask(after);
    answers.push(answer);
    const next = nextPageIn(bodyOf(answer));
    isLast = next === undefined || next === after || answers.length === MAX_PAGES;
    after = next;
  }
  return answers;
}
