/** The id of a document is its path below this, so that a relative `$ref` means the same as a file path and as an id. */
export const idRoot = 'https://lonja.dev/';
export const sharedId = `${idRoot}events-schemas/shared.json`;
export const openApiId = `${idRoot}openapi.yaml`;

/** Every document of the contracts by its id. */
export type Documents = ReadonlyMap<string, object>;
