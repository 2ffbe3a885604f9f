/** What the app asks the user for. */
export interface ConsentRequest {
  clientId: string;
  redirectUri: string;
  /** Those to grant: what `scope` and `optional_scope` ask and the app has. */
  scopes: string[];
  state: string | undefined;
}

/** The page on which a user allows or denies the app. */
export function consentPage({ clientId, redirectUri, scopes, state }: ConsentRequest): string {
  const fields = {
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    ...(state === undefined ? {} : { state }),
  };
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  const list = scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`);
  return page(
    'Connect an app to HubSpot (sandbox)',
    `<p>The app asks for these scopes:</p>
<ul>${list.join('')}</ul>
<form method="post" action="/oauth/authorize">
${hidden.join('\n')}
<button name="decision" value="allow">Connect app</button>
<button name="decision" value="deny">Cancel</button>
</form>`,
  );
}

/** HubSpot's page where an install cannot go on. */
export function authorizationFailedPage(reason: string): string {
  return page('Authorization failed', `<p>${escapeHtml(reason)}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title>
<body style="font: 16px/1.5 sans-serif; max-width: 36rem; margin: 3rem auto">
<h1>${title}</h1>
${content}
</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
