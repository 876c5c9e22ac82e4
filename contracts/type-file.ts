import { type Contracts, sharedId } from './contracts.ts';
import { docComment, type NamedType, typeText } from './type-text.ts';

export const generatedNotice = '// Generated from the contracts by `npm run generate`. Do not edit.\n';

export type TypeFile = {
  /** Text of a schema's type; the types it names are added to the file. */
  typeOf: (named: Pick<NamedType, 'schema' | 'base'>) => string;
  declare: (named: NamedType) => void;
  /** Imports of shared types and the declarations, sorted by name. */
  text: () => string;
};

/**
 * Collects the named types of one generated file. Types of `shared.json` are imported from `sharedModule`, all others are
 * declared here; two schemas of one name in a file are an error.
 */
export function typeFile(documents: Contracts['documents'], sharedModule?: string): TypeFile {
  const declared = new Map<string, { named: NamedType; text: string }>();
  const imported = new Set<string>();

  const typeOf: TypeFile['typeOf'] = ({ schema, base }) => typeText(schema, { base, documents, onName: use });
  const use = (named: NamedType) => {
    if (named.base === sharedId && sharedModule !== undefined) imported.add(named.name);
    else declare(named);
  };
  const declare = (named: NamedType) => {
    const earlier = declared.get(named.name);
    if (earlier?.named.schema === named.schema) return;
    if (earlier !== undefined) throw new Error(`${named.name} is defined in ${earlier.named.base} and in ${named.base}`);
    const entry = { named, text: '' };
    declared.set(named.name, entry);
    entry.text = `${docComment(named.schema, '')}export type ${named.name} = ${typeOf(named)};\n`;
  };
  const text = () => {
    const names = [...imported].sort();
    const imports = names.length === 0 ? '' : `import type { ${names.join(', ')} } from '${sharedModule}';\n`;
    const types = [...declared].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry.text);
    return [imports, ...types].filter((part) => part !== '').join('\n');
  };
  return { typeOf, declare, text };
}
