import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../functions/shared/rest/rest-call.ts';

const folder = join(import.meta.dirname, '../../generated/rest');

/** What the generator knows about an operation beyond what the edge needs. */
export type GeneratedOperation = Operation & { shop: boolean; location: string | undefined; success: number };

/** The generated operations of all API Lambdas, by their routes such as `POST /orders`. */
export async function generatedOperations(): Promise<Map<string, GeneratedOperation>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const modules: Record<string, unknown>[] = await Promise.all(files.map((file) => import(join(folder, file))));
  const tables = modules.flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('Operations')));
  const operations = tables.flatMap(([, table]) => Object.values(Object(table))).filter(isOperation);
  return new Map(operations.map((operation) => [operation.route, operation]));
}

const isOperation = (value: unknown): value is GeneratedOperation =>
  typeof value === 'object' && value !== null && 'route' in value && 'validateParams' in value;
