import { type Contracts, openApiId } from './contracts.ts';
import { dereference } from './reference.ts';
import { generatedNotice } from './type-file.ts';

/** generated/rest/routes.ts, all routes as the gateway needs them, and permissions.ts, what a caller may be allowed to do. */
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
  const entries = operations.map(({ method, path, domain, entry, permission, secured, idempotent, body, parameters }) => {
    const requiredHeaders = parameters
      .filter((parameter) => parameter.in === 'header' && parameter.required)
      .map(({ name }) => `'${name}'`);
    return `  {
    method: '${method}',
    path: '${path}',
    domain: '${domain}',
    entry: 'functions/${domain}/${entry}.ts',
    permission: ${permission === undefined ? 'undefined' : `'${permission}'`},
    secured: ${secured && entry === 'rest'},
    idempotent: ${idempotent},
    hasBody: ${body !== undefined},
    requiredHeaders: [${requiredHeaders.join(', ')}],
  },
`;
  });
  return `${generatedNotice}import type { Permission } from './permissions.ts';

export type RestRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, parameters in braces. */
  path: string;
  /** Whose API Lambda answers it. */
  domain: string;
  /** The file with the Lambda that answers it. */
  entry: \`functions/\${string}.ts\`;
  permission: Permission | undefined;
  /** Whether the authorizer stands before it; an entry of its own checks the token by itself. */
  secured: boolean;
  idempotent: boolean;
  hasBody: boolean;
  requiredHeaders: readonly string[];
};

/** Every route of the REST contract. */
export const routes: readonly RestRoute[] = [
${entries.join('')}];
`;
}
