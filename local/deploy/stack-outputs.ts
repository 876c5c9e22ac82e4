/** The outputs of every deployed stack, by the stack's id. */
export type StackOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An output that the local run reads, of whichever stack has it. @throws when none has it, or more than one: a mistake in infra/ */
export function outputNamed(outputs: StackOutputs, name: string): string {
  const [value, other] = Object.values(outputs).flatMap((stack) => stack[name] ?? []);
  if (value === undefined) throw new Error(`no stack has the output ${name}, which the local run reads`);
  if (other !== undefined) throw new Error(`more than one stack has the output ${name}, which the local run reads`);
  return value;
}
