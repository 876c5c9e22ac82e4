/** The token of `Authorization: Bearer …` (RFC 6750, 2.1); undefined when there is none or the header says anything else. */
export function bearerToken(headers: Record<string, string | undefined> | null): string | undefined {
  const header = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return /^bearer +([\w.~+/-]+=*)$/i.exec(header?.trim() ?? '')?.[1];
}
