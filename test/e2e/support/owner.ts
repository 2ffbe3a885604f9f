/** The one user of every n8n that the rig starts; each lives as long as a run of the tests. */
export const OWNER = {
  email: 'owner@example.com',
  password: 'Batch-upsert-1',
  firstName: 'Olga',
  lastName: 'Owner',
};

/** Makes the owner of a fresh n8n. @returns the cookie that says who asks. */
export async function signUpOwner(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/rest/owner/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(OWNER),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((text) => text.split(';', 1)[0])
    .find((text) => text?.startsWith('n8n-auth='));
  if (cookie === undefined) {
    throw new Error(`n8n made no owner: HTTP ${answer.status} ${await answer.text()}`);
  }
  return cookie;
}
