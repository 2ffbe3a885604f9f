/** What a request can wait for: its turn to leave, HubSpot's response, or the time of its retry. */
export type Wait = 'turn' | 'response' | 'retry';
