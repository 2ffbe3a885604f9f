import type { OAuthApp } from './auth/oauthApp';
import type { Tokens } from './auth/tokens';
import type { Crm } from './crm/crm';
import type { SandboxOptions } from './options';
import type { Random } from './random';

/** What endpoints work on. */
export interface Hubspot {
  options: SandboxOptions;
  crm: Crm;
  tokens: Tokens;
  oauth: OAuthApp;
  resultOrder: Random;
}
