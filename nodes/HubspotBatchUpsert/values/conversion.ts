import type { OptionSource } from '../hubspot/optionSource';

/** What became of one value: the text that HubSpot stores, a reason why not, or nothing to send. */
export type ConversionResult = string | Invalid | undefined;

/** A value that HubSpot could not store. */
export class Invalid {
  /** @param reason What is wrong with the value and what to write instead. */
  constructor(readonly reason: string) {}
}

/** What a value stands for can be told only with options that its definition does not list. */
export class NeedsOptions {
  constructor(readonly source: OptionSource) {}
}
