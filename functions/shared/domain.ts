import type { EventType } from '../../generated/events/types.ts';

/**
 * What a Lambda may do beyond its domain's own table. Each is granted in `infra/constructs/capabilities.ts`, together with the
 * settings that it needs.
 *
 * Three are about the sensitive fields of events. `seal-personal-data`: it publishes events that have some. `open-personal-data`: a
 * consumer reads them; to others they are absent. `erase-personal-data`: it deletes a person's key, which makes them unreadable.
 */
export type Capability =
  | 'answer-saga'
  | 'call-auth'
  | 'call-carrier'
  | 'charge-cards'
  | 'check-health'
  | 'close-payments'
  | 'erase-personal-data'
  | 'hold-stock'
  | 'open-personal-data'
  | 'manage-meters'
  | 'place-orders'
  | 'read-meters'
  | 'read-order-details'
  | 'read-search-snapshots'
  | 'register-devices'
  | 'reverse-charges'
  | 'rotate-signing-keys'
  | 'seal-personal-data'
  | 'send-email'
  | 'send-push'
  | 'send-sms'
  | 'sign-tokens'
  | 'start-saga'
  | 'validate-methods'
  | 'verify-carrier'
  | 'verify-provider'
  | 'verify-tokens'
  | 'write-search-snapshots';

export type LambdaDeclaration = {
  /** The file below the domain's folder that exports `handler`, without `.ts`. */
  entry: string;
  /** What it may do with the domain's table; `append` may neither read nor change what is stored. */
  table: 'none' | 'read' | 'append' | 'commit';
  /** Reads only items whose partition key begins so, and only by key. Together with `table: 'read'`. */
  readsBelow?: string;
  may?: readonly Capability[];
  timeoutSeconds?: number;
  memoryMegabytes?: number;
};

export type ConsumerDeclaration = LambdaDeclaration & {
  /** Names of events, or every event there is, also those that a newer publisher sends and this consumer does not know. */
  events: readonly EventType[] | 'every-event';
  /** Whether the archive may feed it again. A consumer with side effects drops an event that carries `replay-name`. */
  replayable: boolean;
};

export type JobDeclaration = LambdaDeclaration & {
  everyMinutes: number;
  /** Rings while this number in the job's log line is above the limit. `says` explains to the person on call what that means. */
  alarm?: { field: string; above: number; says: string };
};

/**
 * A domain's only registration, as plain data. Stacks, permissions, import rules, the event map and tests loop over it. A domain
 * publishes the events whose schemas lie in its folder of `events-schemas/`.
 */
export type DomainDeclaration = {
  name: string;
  /** Indexes of its table, for lists that the key does not give: the first over gsi1pk and gsi1sk, the second over gsi2pk … */
  indexes?: readonly string[];
  /** Lambdas behind the REST API, by entry. */
  apis?: Readonly<Record<string, LambdaDeclaration>>;
  /** By the name that its handled markers and queues carry. */
  consumers?: Readonly<Record<string, ConsumerDeclaration>>;
  /** By the state of the order saga that calls it. */
  sagaTasks?: Readonly<Record<string, LambdaDeclaration>>;
  jobs?: Readonly<Record<string, JobDeclaration>>;
  /** Lambdas that something else calls, such as the gateway's authorizer. */
  others?: Readonly<Record<string, LambdaDeclaration>>;
};

export const domain = <const Declaration extends DomainDeclaration>(declaration: Declaration): Declaration => declaration;

/** The `source` of a domain's events on its bus. */
export const sourceOf = (name: string) => `lonja.${name}`;

/** The file of a declared Lambda, from the repository's root. */
export const entryFile = ({ name }: DomainDeclaration, { entry }: LambdaDeclaration) => `functions/${name}/${entry}.ts`;

/** Every Lambda that a domain declares, of whatever kind. */
export const lambdasOf = ({ apis, consumers, sagaTasks, jobs, others }: DomainDeclaration): LambdaDeclaration[] =>
  [apis, consumers, sagaTasks, jobs, others].flatMap((lambdas) => Object.values<LambdaDeclaration>(lambdas ?? {}));
