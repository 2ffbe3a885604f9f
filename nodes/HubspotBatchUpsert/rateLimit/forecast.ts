/** What will remain of the limit when the others have done what they are about to do. */
export class Forecast {
  private seen: Array<{ at: number; remaining: number }> = [];

  /** @param remaining Requests that HubSpot would still have taken, says a response. */
  add(remaining: number, roundTripMs: number, now: number): void {
    this.seen = this.seen.filter(({ at }) => at >= now - roundTripMs);
    this.seen.push({ at: now, remaining });
  }

  /** The lowest of the last round trip, less its fall, which will go on for another one. */
  remaining(): number {
    const numbers = this.seen.map(({ remaining }) => remaining);
    const fall = (numbers[0] ?? 0) - (numbers.at(-1) ?? 0);
    return Math.max(0, Math.min(numbers[0] ?? 0, ...numbers) - Math.max(0, fall));
  }
}
