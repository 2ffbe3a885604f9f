import type { OAuthApp } from './auth/oauthApp';
import type { Tokens } from './auth/tokens';
import type { Crm } from './crm/crm';
import type { Meter } from './limits/rateLimit';
import type { SandboxOptions } from './options';
import type { Random } from './random';

/** What endpoints work on. */
export interface Hubspot {
  options: SandboxOptions;
  crm: Crm;
  tokens: Tokens;
  oauth: OAuthApp;
  resultOrder: Random;
  /** Counts the account's searches; null is no limit. */
  searchMeter: Meter | null;
}
