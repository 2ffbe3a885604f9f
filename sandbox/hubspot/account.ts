/** The HubSpot account that the sandbox plays. */
export const PORTAL_ID = 1234567;
export const APP_ID = 2689221;

/** The account's users that can own records, by owner id. */
export const OWNER_IDS: readonly string[] = ['41629779', '60158084'];

/** Body of `GET /account-info/v3/details` (OpenAPI: PortalInformationResponse). */
export const ACCOUNT_DETAILS = {
  portalId: PORTAL_ID,
  accountType: 'STANDARD',
  timeZone: 'Etc/UTC',
  companyCurrency: 'EUR',
  additionalCurrencies: ['USD'],
  utcOffset: '+00:00',
  utcOffsetMilliseconds: 0,
  uiDomain: 'app.hubspot.com',
  dataHostingLocation: 'na1',
};
