export type TokenVerification =
  | { isValid: true; userId: string; organizationId: string; permissions: string[]; localIds: string[] }
  /** `reason` is for the log, never for the caller. */
  | { isValid: false; reason: string };

export type LocalValidation = { isValid: true; localName: string } | { isValid: false; reason: string };
