import { json } from './answer';
import type { Answer } from './answer';
import { errorBody } from './errors';

/**
 * Where a 403 for missing scopes names them, and how:
 * `errors` and `context` are those of docs.403.missing-scopes, in `errors[].context` or at the top;
 * `requiredScopes` and `missingScopes` name them so in `errors[].context`;
 * `allOf` wants all of them, `message` all of them too and names them in the message alone.
 */
export type MissingScopesShape =
  'errors' | 'context' | 'requiredScopes' | 'missingScopes' | 'allOf' | 'message';

const NOT_GRANTED = "This app hasn't been granted all required scopes to make this call.";
const READ_MORE = 'https://developers.hubspot.com/scopes';
const ONE_OF = 'One or more of the following scopes are required.';
const ALL_OF = 'All of the following scopes are required';

/** Whether a token needs every scope that such a 403 names, not just one. */
export function wantsAll(shape: MissingScopesShape): boolean {
  return shape === 'allOf' || shape === 'message';
}

/** The refusal of a call for which no scope was granted (facts.md, "Auth"). */
export function missingScopes(scopes: string[], shape: MissingScopesShape): Answer {
  const message =
    shape === 'message'
      ? `${NOT_GRANTED} ${ALL_OF}: [${scopes.join(', ')}]`
      : `${NOT_GRANTED} Read more about required scopes here: ${READ_MORE}.`;
  return json(
    403,
    errorBody(message, {
      ...whereScopesAre(scopes, shape),
      links: { scopes: READ_MORE },
      category: 'MISSING_SCOPES',
    }),
  );
}

function whereScopesAre(scopes: string[], shape: MissingScopesShape) {
  const context = { requiredGranularScopes: scopes };
  switch (shape) {
    case 'message':
      return {};
    case 'context':
      return { context };
    case 'errors':
      return { errors: [{ message: ONE_OF, context }] };
    case 'allOf':
      return { errors: [{ message: `${ALL_OF}.`, context }] };
    case 'requiredScopes':
    case 'missingScopes':
      return { errors: [{ message: ONE_OF, context: { [shape]: scopes } }] };
  }
}

/** A 403 that no scope would help. */
export type Ban = 'BANNED' | 'USER_DOES_NOT_HAVE_PERMISSIONS';

const BANS: Record<Ban, string> = {
  // rebuilt.403.banned
  BANNED: 'This app has been blocked from this account.',
  // The category is reported of private apps whose creator lost permissions; the words are not public.
  USER_DOES_NOT_HAVE_PERMISSIONS: 'The user does not have permissions to make this call.',
};

/** The refusal of an app or of its user, whatever the scopes. */
export function banned(ban: Ban): Answer {
  return json(403, errorBody(BANS[ban], { category: ban }));
}
