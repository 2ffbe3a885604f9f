/** HubSpot's rate limit, which its headers tell. */
export interface Limit {
  /** Requests of all in one window. */
  requests: number;
  windowMs: number;
}
