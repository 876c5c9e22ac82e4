import type { Documents } from '../documents.ts';
import { afterSign, docComment, type NamedType, typeText } from './type-text.ts';

export const generatedNotice = '// Generated from the contracts by `npm run generate`. Do not edit.\n';

export type TypeFile = {
  /** The text of a schema's type. The types it refers to by name are declared in the file or imported. */
  typeOf: (named: Pick<NamedType, 'schema' | 'base'>) => string;
  declare: (named: NamedType) => void;
  /** The imports and the declarations, sorted by name. */
  text: () => string;
};

/**
 * Collects the named types of one generated file. Types of a document in `modules` are imported from the module given there; all
 * others are declared in the file. Two schemas with the same name in one file are an error.
 */
export function typeFile(documents: Documents, modules: Readonly<Record<string, string>> = {}): TypeFile {
  const declared = new Map<string, { named: NamedType; text: string }>();
  const imported = new Map<string, Set<string>>();

  const typeOf: TypeFile['typeOf'] = ({ schema, base }) => typeText(schema, { base, documents, onName: use });
  const use = (named: NamedType) => {
    const module = modules[named.base];
    if (module === undefined) return declare(named);
    imported.set(module, (imported.get(module) ?? new Set()).add(named.name));
  };
  const declare = (named: NamedType) => {
    const earlier = declared.get(named.name);
    if (earlier?.named.schema === named.schema) return;
    if (earlier !== undefined) throw new Error(`${named.name} is defined in ${earlier.named.base} and in ${named.base}`);
    const entry = { named, text: '' };
    declared.set(named.name, entry);
    entry.text = `${docComment(named.schema, '')}export type ${named.name} =${afterSign(typeOf(named))};\n`;
  };
  const text = () => {
    const imports = [...imported]
      .sort()
      .map(([module, names]) => `import type { ${[...names].sort().join(', ')} } from '${module}';\n`);
    const types = [...declared].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry.text);
    return [imports.join(''), ...types].filter((part) => part !== '').join('\n');
  };
  return { typeOf, declare, text };
}
