/** The HubSpot account that the sandbox plays. */
export const PORTAL_ID = 1234567;
export const APP_ID = 2689221;

/** A user of the account who can own records, or could. */
export interface Owner {
  id: string;
  email: string;
  archived: boolean;
}

/** The owners that an account begins with. */
export const OWNERS: readonly Owner[] = [
  { id: '41629779', email: 'jo.smith@example.com', archived: false },
  { id: '60158084', email: 'ada.byron@example.com', archived: false },
];

export const OWNER_IDS: readonly string[] = OWNERS.map(({ id }) => id);

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
