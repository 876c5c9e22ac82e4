const lineWidth = 130;

/** JSON with every object and list on one line if it fits. */
export function jsonText(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const key = (name: string) => (Array.isArray(value) ? '' : `${JSON.stringify(name)}: `);
  const oneLine = `${open}${Object.entries(value)
    .map(([name, part]) => `${key(name)}${JSON.stringify(part)}`)
    .join(', ')}${close}`;
  if (indent.length + oneLine.length <= lineWidth) return oneLine;
  const parts = Object.entries(value).map(([name, part]) => `${inner}${key(name)}${jsonText(part, inner)}`);
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}
