import { join } from 'node:path';

/** Where an n8n keeps its things, and where it answers. */
export interface N8nPlace {
  /** n8n's home is `.n8n` below it. */
  userFolder: string;
  port: number;
  /** n8n's own process for Code nodes connects here. */
  brokerPort: number;
}

/** A folder of files that workflows may read and write. */
export function filesFolder(userFolder: string): string {
  return join(userFolder, 'files');
}

/** n8n reports nothing to anybody, asks nobody for anything, and bothers nobody with news. */
const ALONE = {
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_VERIFIED_PACKAGES_ENABLED: 'false',
  N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
  N8N_DISABLED_MODULES: 'mcp-registry',
  N8N_AI_ASSISTANT_BASE_URL: '',
  EXTERNAL_FRONTEND_HOOKS_URLS: '',
};

/** The environment of an n8n process: nothing of the caller's but where programs are found. */
export function n8nEnvironment({ userFolder, port, brokerPort }: N8nPlace): Record<string, string> {
  const address = `http://127.0.0.1:${port}`;
  return {
    ...ALONE,
    PATH: process.env.PATH ?? '',
    HOME: userFolder,
    TZ: 'UTC',
    N8N_USER_FOLDER: userFolder,
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_PORT: String(port),
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_EDITOR_BASE_URL: address,
    WEBHOOK_URL: address,
    N8N_SECURE_COOKIE: 'false',
    N8N_RESTRICT_FILE_ACCESS_TO: filesFolder(userFolder),
    N8N_PAYLOAD_SIZE_MAX: '64',
    N8N_LOG_LEVEL: 'info',
    GENERIC_TIMEZONE: 'UTC',
  };
}
