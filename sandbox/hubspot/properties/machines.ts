import { UNIQUE, custom } from './kit';

const { text, number, date, datetime, bool, select, checkboxes } = custom('machine_information');

export const MACHINE_PROPERTIES = [
  text('machine_key', 'Machine key', UNIQUE),
  text('machine_name', 'Name'),
  number('power_kw', 'Power in kW'),
  date('built_on', 'Built on'),
  datetime('last_service_at', 'Last service at'),
  bool('in_use', 'In use'),
  select('status', 'Status', { running: 'Running', idle: 'Idle', broken: 'Broken' }),
  checkboxes('sites', 'Sites', { graz: 'Graz', linz: 'Linz', wien: 'Wien' }),
];
