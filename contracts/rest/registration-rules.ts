import type { DomainDeclaration } from '../../functions/shared/domain.ts';
import { keyedOperations, type OpenApi } from './openapi.ts';

/** Where `openapi.yaml` and the registrations of the domains disagree. Each message says what to do. */
export function unregistered(openApi: OpenApi, domains: readonly DomainDeclaration[]): string[] {
  const answered = keyedOperations(openApi).map(({ key, operation }) => ({
    key,
    domain: operation['x-domain'],
    entry: operation['x-entry'] ?? 'rest',
  }));
  const complaints = answered.flatMap(({ key, domain, entry }) => {
    const registered = domains.find(({ name }) => name === domain);
    if (registered === undefined) {
      return `openapi.yaml: ${key} has the x-domain ${domain}, which functions/domains.ts does not list: add its registration there`;
    }
    return Object.values(registered.apis ?? {}).some((api) => api.entry === entry)
      ? []
      : `openapi.yaml: ${key} is answered by ${entry}.ts, which functions/${domain}/domain.ts does not declare under apis: add it there`;
  });
  const silent = domains.flatMap(({ name, apis = {} }) =>
    Object.values(apis)
      .filter(({ entry }) => !answered.some((operation) => operation.domain === name && operation.entry === entry))
      .map(({ entry }) => {
        const extensions = entry === 'rest' ? `x-domain: ${name}` : `x-domain: ${name} and x-entry: ${entry}`;
        return `functions/${name}/domain.ts declares the API Lambda ${entry}, but openapi.yaml has no operation with ${extensions}: add one`;
      }),
  );
  return [...complaints, ...silent];
}
