import type { ValueRules } from './secondOpinion/valueRules';

type ChosenRule = 'numberFormat' | 'dateOrder' | 'dateNumbers';

/** A rule that a user may have to choose, and the choices that read more than the others. */
export interface ReadingChoice {
  rule: ChosenRule;
  types: readonly string[];
  values: ReadonlyArray<ValueRules[ChosenRule]>;
}

export const READING_CHOICES: readonly ReadingChoice[] = [
  { rule: 'numberFormat', types: ['number'], values: ['point', 'comma'] },
  { rule: 'dateOrder', types: ['date', 'datetime'], values: ['dayFirst', 'monthFirst'] },
  { rule: 'dateNumbers', types: ['date', 'datetime'], values: ['spreadsheetDays'] },
];

const OPTIONS: Record<ChosenRule, string> = {
  numberFormat: '--number-format',
  dateOrder: '--date-order',
  dateNumbers: '--date-numbers',
};

export const optionFor = (rule: ChosenRule) => OPTIONS[rule];
