/** The machine lacks something. The message is one line that says what is missing and what to do. */
export class MissingRequirementError extends Error {
  override readonly name = 'MissingRequirementError';
}
