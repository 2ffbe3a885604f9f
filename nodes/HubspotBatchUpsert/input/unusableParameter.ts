import { quote } from '../values/quote';

/** A parameter of the node cannot be used; nothing was sent. */
export class UnusableParameter extends Error {
  override readonly name = 'UnusableParameter';

  /**
   * @param parameter The parameter's name.
   * @param value What it holds.
   * @param advice What the user should set instead, as a sentence without its full stop.
   */
  constructor(
    readonly parameter: string,
    value: unknown,
    readonly advice: string,
  ) {
    super(`The parameter "${parameter}" cannot be ${quote(value)}`);
  }
}
