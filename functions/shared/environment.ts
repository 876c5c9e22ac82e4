/**
 * A setting of this Lambda, read when it is needed and never at import.
 * @throws {MissingSettingError} when the deployment did not set it.
 */
export function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new MissingSettingError(name);
  return value;
}

export class MissingSettingError extends Error {
  override readonly name = 'MissingSettingError';
  constructor(setting: string) {
    super(`${setting} is not set: give it to the function in infra/ (or to the process that runs it)`);
  }
}
