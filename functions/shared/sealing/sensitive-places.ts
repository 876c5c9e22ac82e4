import { objectOf } from '../input/json-object.ts';

/** One sensitive value in the data of an event, at this JSON pointer. */
export type SensitivePlace = { pointer: string; value: unknown };

/** The sensitive values that the data holds. In a path, `*` stands for every item of a list. */
export function sensitivePlaces(data: unknown, paths: readonly string[]): SensitivePlace[] {
  const places: SensitivePlace[] = [];
  withSensitivePlaces(data, paths, (place) => {
    places.push(place);
    return place.value;
  });
  return places;
}

/** A copy of the data with each sensitive value replaced. Undefined leaves the field out. */
export const withSensitivePlaces = <Data>(
  data: Data,
  paths: readonly string[],
  replace: (place: SensitivePlace) => unknown,
): Data => paths.reduce((changed, path) => replacedAt(changed, path.split('/').slice(1), '', replace), data);

function replacedAt<Node>(
  node: Node,
  [name, ...below]: readonly string[],
  pointer: string,
  replace: (place: SensitivePlace) => unknown,
): Node;
function replacedAt(
  node: unknown,
  [name, ...below]: readonly string[],
  pointer: string,
  replace: (place: SensitivePlace) => unknown,
): unknown {
  if (name === undefined) return replace({ pointer, value: node });
  if (name === '*') {
    return Array.isArray(node) ? node.map((item, index) => replacedAt(item, below, `${pointer}/${index}`, replace)) : node;
  }
  const fields = objectOf(node);
  if (fields?.[name] === undefined) return node;
  const { [name]: value, ...others } = fields;
  const replaced = replacedAt(value, below, `${pointer}/${name}`, replace);
  return replaced === undefined ? others : { ...others, [name]: replaced };
}
