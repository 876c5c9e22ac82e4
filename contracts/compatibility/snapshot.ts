import type { Contracts } from '../contracts.ts';
import type { Documents } from '../documents.ts';
import { openApiId } from '../documents.ts';
import { dereference } from '../reference.ts';
import { parametersSchema } from '../rest/openapi.ts';
import { isRecord, type Schema } from '../schema.ts';

/** What others rely on: every event and every route, with whole schemas. A release keeps it. */
export type Snapshot = {
  /** By the event's name. */
  events: Record<string, Schema>;
  /** By the route, such as `POST /orders`. */
  routes: Record<string, RouteSnapshot>;
};

export type RouteSnapshot = {
  params: Schema;
  query: Schema;
  body?: Schema;
  /** By the status of the successful answer. */
  answers: Record<string, Schema>;
};

export function snapshotOf({ events, operations, documents }: Contracts): Snapshot {
  return {
    events: Object.fromEntries(events.map(({ name, schema, base }) => [name, whole(schema, base, documents)])),
    routes: Object.fromEntries(
      operations.map((operation) => {
        const here = (schema: Schema) => whole(schema, openApiId, documents);
        const answers = operation.answers.map(({ status, body }) => [status, body === undefined ? {} : here(body)]);
        return [
          operation.key,
          {
            params: here(parametersSchema(operation, 'path')),
            query: here(parametersSchema(operation, 'query')),
            ...(operation.body !== undefined && { body: here(operation.body) }),
            answers: Object.fromEntries(answers),
          },
        ];
      }),
    ),
  };
}

const annotations = ['$id', '$schema', 'title', 'description', 'examples', 'x-version'];

/** A schema with everything it refers to in its place, and without annotations. */
function whole(schema: Schema, base: string, documents: Documents): Schema {
  if (schema.$ref !== undefined) {
    const { $ref, ...beside } = schema;
    const target = dereference($ref, base, documents);
    return { ...whole(target.schema, target.base, documents), ...whole(beside, base, documents) };
  }
  return Object.fromEntries(
    Object.entries(schema)
      // The type tells an annotation from a property of that name.
      .filter(([key, value]) => !annotations.includes(key) || (isRecord(value) && !Array.isArray(value)))
      .map(([key, value]) => [key, inside(key, value, base, documents)]),
  );
}

function inside(key: string, value: unknown, base: string, documents: Documents): unknown {
  if (key === 'properties' && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, property]) => [name, inside('', property, base, documents)]));
  }
  if (Array.isArray(value)) return value.map((item) => inside('', item, base, documents));
  return isRecord(value) ? whole(value, base, documents) : value;
}
