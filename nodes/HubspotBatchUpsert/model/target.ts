import {
  identifiesRecords,
  isContactEmail,
  RECORD_ID,
  usableIdProperties,
  type PropertyDefinitions,
} from '../hubspot/propertyDefinitions';
import type { PropertyValues } from '../hubspot/types';
import { BatchTarget } from './batchTarget';
import type { Fault } from './fault';
import type { NonUniqueId } from './settings';

/** Where records belong, and by which property HubSpot finds them. */
export interface TargetNames {
  objectType: string;
  idProperty: string;
}

/** An object type and an idProperty, with what HubSpot takes as idProperty instead, where that is known. */
export interface NamedTarget extends TargetNames {
  usableIdProperties?: readonly string[];
  lookup?: Lookup;
  /** Is it where records to associate with belong? The parameter Associations names it then. */
  isOther?: boolean;
}

/** How HubSpot is asked for a record: by a unique property, by its own id, or by a search. */
export type Lookup = 'key' | 'recordId' | 'search';

/**
 * Where records of a run belong, by one object type and one idProperty: what HubSpot says of these,
 * and what the records have met so far.
 */
export class Target extends BatchTarget implements NamedTarget {
  /** Names of the properties that may identify a record; undefined where they are not known. */
  readonly usableIdProperties: readonly string[] | undefined;
  readonly lookup: Lookup;
  /** The most characters in the values of one search, as far as HubSpot lets it be known. */
  searchLength = Infinity;
  private readonly propertyFaults = new Map<string, Fault>();
  private hasGoodRecords = false;

  constructor(
    readonly objectType: string,
    readonly idProperty: string,
    readonly definitions: PropertyDefinitions,
    nonUniqueId: NonUniqueId = 'refuse',
  ) {
    super();
    this.usableIdProperties = usableIdProperties(definitions, objectType);
    this.lookup = lookupOf(this, nonUniqueId);
  }

  /** Takes in a fault that its records meet: all of them, or those that set one of its properties. */
  override report(fault: Fault): void {
    if (fault.properties === undefined) super.report(fault);
    for (const property of fault.properties ?? []) {
      if (!this.propertyFaults.has(property)) this.propertyFaults.set(property, fault);
    }
  }

  /** The fault that a record with these properties would meet. */
  faultFor(properties: PropertyValues): Fault | undefined {
    if (this.ownFault || this.propertyFaults.size === 0) return this.ownFault;
    for (const [property, fault] of this.propertyFaults) {
      if (Object.hasOwn(properties, property)) return fault;
    }
    return undefined;
  }

  /** Notes that HubSpot answered for some of its records otherwise than with a fault. */
  noteGoodRecords(): void {
    this.hasGoodRecords = true;
  }

  /** The fault that every record sent so far has met. */
  get faultOfAll(): Fault | undefined {
    if (this.ownFault || this.hasGoodRecords) return this.ownFault;
    const [first] = this.propertyFaults.values();
    return first;
  }
}

/** A search finds records by a unique property, too, but late: it is for those that no definition calls unique. */
function lookupOf({ objectType, idProperty, definitions }: Target, choice: NonUniqueId): Lookup {
  if (idProperty === RECORD_ID) return 'recordId';
  if (choice === 'refuse' || isContactEmail(objectType, idProperty)) return 'key';
  const definition = definitions?.get(idProperty);
  return definition && identifiesRecords(definition, objectType) ? 'key' : 'search';
}

/** The targets of a run, one for each object type and idProperty that its items name. */
export class Targets {
  private readonly byNames = new Map<string, Map<string, Target>>();

  /** @param definitions By object type; those of a type that is missing are not known. */
  constructor(
    private readonly definitions: ReadonlyMap<string, PropertyDefinitions> = new Map(),
    private readonly nonUniqueId: NonUniqueId = 'refuse',
  ) {}

  of({ objectType, idProperty }: TargetNames): Target {
    const known = this.byNames.get(objectType)?.get(idProperty);
    if (known) return known;
    const definitions = this.definitions.get(objectType);
    const target = new Target(objectType, idProperty, definitions, this.nonUniqueId);
    const ofType = this.byNames.get(objectType) ?? new Map<string, Target>();
    this.byNames.set(objectType, ofType.set(idProperty, target));
    return target;
  }

  /** Why nothing can be done for any of them; undefined where one is without fault. */
  get faultOfAll(): Fault | undefined {
    const faults = [...this.byNames.values()].flatMap((ofType) =>
      [...ofType.values()].map(({ faultOfAll }) => faultOfAll),
    );
    return faults.includes(undefined) ? undefined : faults[0];
  }
}
