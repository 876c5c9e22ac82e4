/** For unit tests of what calls other domains: their API Lambdas, as a server in this process. */
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { type AwsInput, AwsRefusal, awsSettings, type StubAws, startStubAws } from './stub-aws.ts';

type Answer = { status: number; body: object } | 'out' | 'silent';

/** `names` are those of the functions, each with the setting that holds it. */
export function otherApis<Name extends string>(settings: Readonly<Record<Name, string>>) {
  const apis = {
    answers: new Map<string, Answer>(),
    asked: new Map<string, AwsInput>(),
    answer(name: Name, answer: Answer): void {
      apis.answers.set(name, answer);
    },
  };
  const names = Object.keys(settings);
  const answerOf = (name: string) => async (input: AwsInput) => {
    apis.asked.set(name, input);
    const answer = apis.answers.get(name) ?? 'out';
    if (answer === 'silent') return new Promise<never>(() => undefined);
    if (answer === 'out') throw new AwsRefusal('ServiceException', 500);
    return { statusCode: answer.status, body: JSON.stringify(answer.body) };
  };
  let aws: StubAws;
  beforeAll(async () => {
    const operations = names.map((name) => [`POST /2015-03-31/functions/${name}/invocations`, answerOf(name)]);
    aws = await startStubAws(Object.fromEntries(operations));
  });
  beforeEach(() => {
    apis.answers.clear();
    apis.asked.clear();
    for (const [name, setting] of Object.entries<string>(settings)) vi.stubEnv(setting, name);
    for (const [name, value] of Object.entries(awsSettings(aws))) vi.stubEnv(name, value);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  afterAll(() => aws.stop());
  return apis;
}
