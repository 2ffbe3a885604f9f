/** The node's options by which values are read, with the values that the node has for them. */
export const NUMBER_FORMATS = ['automatic', 'point', 'comma'] as const;
export const DATE_ORDERS = ['refuse', 'dayFirst', 'monthFirst'] as const;
export const DATE_NUMBERS = ['milliseconds', 'spreadsheetDays'] as const;

export interface ValueRules {
  numberFormat: (typeof NUMBER_FORMATS)[number];
  dateOrder: (typeof DATE_ORDERS)[number];
  dateNumbers: (typeof DATE_NUMBERS)[number];
  /** IANA name; empty for the workflow's, which is UTC here. */
  timeZone: string;
}
