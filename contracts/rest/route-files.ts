import type { Contracts } from '../contracts.ts';
import { openApiId } from '../documents.ts';
import { dereference } from '../reference.ts';
import { generatedNotice } from '../types/type-file.ts';

/** generated/rest/routes.ts, the routes as the gateway needs them, and permissions.ts, the permissions of callers. */
export function routeFiles(contracts: Contracts): Map<string, string> {
  return new Map([
    ['generated/rest/permissions.ts', permissions(contracts)],
    ['generated/rest/routes.ts', routes(contracts)],
  ]);
}

function permissions({ documents }: Contracts): string {
  const { schema } = dereference('events-schemas/shared.json#/$defs/permission', openApiId, documents);
  return `${generatedNotice}import type { Permission } from '../shared.ts';

export type { Permission };

export const permissions = [
${(schema.enum ?? []).map((permission) => `  '${permission}',\n`).join('')}] as const satisfies readonly Permission[];

export const isPermission = (text: string): text is Permission => permissions.some((permission) => permission === text);
`;
}

function routes({ operations }: Contracts): string {
  const entries = operations.map(({ method, path, domain, entry, permission, secured, checksToken, idempotent, body }) => {
    return `  {
    method: '${method}',
    path: '${path}',
    domain: '${domain}',
    entry: 'functions/${domain}/${entry}.ts',
    permission: ${permission === undefined ? 'undefined' : `'${permission}'`},
    secured: ${secured && !checksToken},
    idempotent: ${idempotent},
    hasBody: ${body !== undefined},
  },
`;
  });
  return `${generatedNotice}import type { Permission } from './permissions.ts';

export type RestRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with parameters in braces. */
  path: string;
  /** The domain whose API Lambda answers it. */
  domain: string;
  /** The file of the Lambda that answers it. */
  entry: \`functions/\${string}.ts\`;
  permission: Permission | undefined;
  /** Whether the authorizer runs before it. A Lambda that checks the token by itself has none. */
  secured: boolean;
  idempotent: boolean;
  hasBody: boolean;
};

/** Every route of the REST contract. */
export const routes: readonly RestRoute[] = [
${entries.join('')}];
`;
}
