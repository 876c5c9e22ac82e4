import type { Contracts } from '../contracts.ts';
import { openApiId } from '../documents.ts';
import { jsonText } from '../json-text.ts';
import { localReferences } from '../local-references.ts';
import { isRecord } from '../schema.ts';

/** generated/openapi.json: the complete document in one file, for tools. It refers to nothing outside of itself. */
export function documentFile({ openApi, documents }: Contracts): Map<string, string> {
  const references = localReferences(documents, openApiId, openApi.components.schemas);
  const document = references.here(openApi, openApiId);
  const components = isRecord(document) && isRecord(document.components) ? document.components : {};
  const schemas = { ...(isRecord(components.schemas) ? components.schemas : {}), ...references.schemas() };
  const whole = { ...(isRecord(document) ? document : {}), components: { ...components, schemas } };
  return new Map([['generated/openapi.json', `${jsonText(whole)}\n`]]);
}
