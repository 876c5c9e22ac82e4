import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Permission } from '../../../generated/rest/permissions.ts';
import type { Caller } from '../caller.ts';
import type { Cause } from '../cause.ts';
import type { SchemaError } from '../input/input-errors.ts';
import type { IdempotentOperation } from '../store/idempotency.ts';
import type { Route } from './route.ts';

type Validator = ((data: unknown) => boolean) & { errors?: readonly SchemaError[] | null };

/** What the contract (`openapi.yaml`) says of a route; generated, one table for each API Lambda. */
export type Operation = {
  /** Method and path below /api/v1, such as `GET /orders/{orderId}`. */
  route: string;
  /** What the caller must be allowed to do; undefined for anybody who may call it at all. */
  permission: Permission | undefined;
  secured: boolean;
  /** Takes an Idempotency-Key: the first successful response is stored with its effect and sent again. */
  idempotent: boolean;
  validateParams: Validator;
  validateQuery: Validator;
  validateBody: Validator | undefined;
};

/** One request on its way through the chain. Each step adds what the ones after it need. */
export type RestCall = {
  /** By `correlate`. */
  cause: Cause;
  /** By `matchRoute`: a step after it may rely on these. */
  matched?: { operation: Operation; route: Route };
  /** By `identifyCaller`. */
  caller?: Caller | undefined;
  /** By `readInput`. */
  input?: RestInput;
  /** By `replayResponse`, for an operation with an Idempotency-Key. */
  idempotent?: IdempotentOperation;
};

export type RestInput = {
  params: Record<string, string | undefined>;
  query: Record<string, unknown>;
  body: unknown;
  rawBody: string;
  headers: Record<string, string>;
  sourceAddress: string;
  receivedAt: string;
};

export type RestContext = Context & { call: RestCall };
/** A step of the chain of REST routes. */
export type RestStep = MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult, Error, RestContext>;

/** What an earlier step left for this one. @throws {TypeError} when the chain lacks that step */
export function required<Part>(part: Part | undefined, step: string): Part {
  if (part === undefined) throw new TypeError(`the chain has no ${step} before this step`);
  return part;
}
