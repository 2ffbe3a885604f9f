import { DAY_MS } from './calendar';

/** More days than this are rare in one run, and take some hundred kilobytes. */
const MOST_DAYS = 4096;

/**
 * The instant at which the clocks of the zone show the time, given as though it were in UTC. Where a
 * change of the clocks skips or repeats it, the offset from before the change counts.
 */
export function instantOf(local: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const day = Math.floor(local / DAY_MS);
  // No clock is a day away from UTC, and none has been changed twice within three days.
  const before = zone.offsetAtStart(day - 1);
  const after = zone.offsetAtStart(day + 2);
  const early = local - before;
  if (before === after || zone.offsetAt(early) === before) return early;
  const late = local - after;
  return zone.offsetAt(late) === after ? late : early;
}

/** What the clocks of the zone show at an instant, as though it were in UTC. */
export function localTimeAt(instant: number, timeZone: string): number {
  return instant + zoneOf(timeZone).offsetAt(instant);
}

/** Kept beyond a run: building one takes as long as reading a hundred dates, and it never changes. */
const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) zones.set(timeZone, (zone = new Zone(timeZone)));
  return zone;
}

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
class Zone {
  private readonly format: Intl.DateTimeFormat;
  /** By days since 1970, since the days of a run are few and asking Intl is dear. */
  private readonly atStart = new Map<number, number>();

  constructor(timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  offsetAt(instant: number): number {
    const day = Math.floor(instant / DAY_MS);
    const offset = this.offsetAtStart(day);
    return offset === this.offsetAtStart(day + 1) ? offset : this.ask(instant);
  }

  /** At the start of a day in UTC. */
  offsetAtStart(day: number): number {
    const known = this.atStart.get(day);
    if (known !== undefined) return known;
    if (this.atStart.size >= MOST_DAYS) this.atStart.clear();
    const offset = this.ask(day * DAY_MS);
    this.atStart.set(day, offset);
    return offset;
  }

  private ask(instant: number): number {
    const wholeSecond = Math.floor(instant / 1000) * 1000;
    const [month = 0, day, year = 0, ...time] = (
      this.format.format(wholeSecond).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, ...time) - wholeSecond;
  }
}
