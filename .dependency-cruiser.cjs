const { readdirSync } = require('node:fs');

/** Rules about domains are made from the folders that exist, so they bind a new domain from its first file on. */
const folders = (path) =>
  readdirSync(`${__dirname}/${path}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const domains = folders('functions').filter((name) => name !== 'shared' && name !== 'platform');
const platformUnits = folders('functions/platform');
const grpcServices = folders('.').filter((name) => name.startsWith('grpc-') && name !== 'grpc-shared');

const isTest = '\\.test\\.ts$';
const anySdk = '(@aws-sdk|@aws-lambda-powertools|@grpc|@middy|@smithy)/';
/** The folder of a domain or platform unit. */
const unit = '^functions/(?!shared/)(?:platform/)?[^/]+';
const handlers = '(rest|consumers|saga-tasks|jobs)';
const registrations = '^functions/(domains|[^/]+/domain)\\.ts$';

/** Imports go one way: rest|consumers|saga-tasks|jobs → store → model → shared → generated and SDKs. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^aws-lambda$' } },
    {
      name: 'deployed-code-uses-no-dev-dependency',
      severity: 'error',
      from: { path: '^(functions|grpc-[a-z]+)/', pathNot: isTest },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: 'node_modules/@types/' },
    },
    ...domains.map((domain) => ({
      name: `${domain}-imports-no-other-domain`,
      severity: 'error',
      from: { path: `^functions/${domain}/` },
      to: { path: '^functions/', pathNot: `^functions/(${domain}|shared)/` },
    })),
    ...platformUnits.map((name) => ({
      name: `platform-${name}-imports-the-kernel-only`,
      severity: 'error',
      from: { path: `^functions/platform/${name}/` },
      to: { path: '^functions/', pathNot: `^functions/(platform/${name}|shared)/` },
    })),
    {
      name: 'the-kernel-knows-no-domain',
      severity: 'error',
      from: { path: '^functions/shared/', pathNot: isTest },
      to: { path: '^(functions/(?!shared/)|infra|local|tests|bench|contracts|grpc-)' },
    },
    ...grpcServices.map((service) => ({
      name: `${service}-imports-only-its-own-domain`,
      severity: 'error',
      from: { path: `^${service}/`, pathNot: isTest },
      to: {
        path: '^(functions|grpc-[a-z]+)/',
        pathNot: `^(functions/${service.slice('grpc-'.length)}/(model|store)|functions/shared|${service}|grpc-shared)/`,
      },
    })),
    {
      name: 'grpc-shared-knows-no-domain',
      severity: 'error',
      from: { path: '^grpc-shared/', pathNot: isTest },
      to: { path: '^(functions/(?!shared/)|grpc-(?!shared/)|generated/grpc/lonja/)' },
    },
    {
      name: 'deployed-code-does-not-know-what-deploys-it',
      severity: 'error',
      from: { path: '^(functions|grpc-[a-z]+)/', pathNot: isTest },
      to: { path: '^(infra|local|tests|bench|contracts)/' },
    },
    {
      name: 'infra-knows-registrations-only',
      comment: 'A template refers to a function by the path of its entry.',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(functions|grpc-[a-z]+|local|tests|bench|contracts)/', pathNot: registrations },
    },
    {
      name: 'the-generator-knows-registrations-only',
      severity: 'error',
      from: { path: '^contracts/', pathNot: isTest },
      to: { path: '^(functions|grpc-[a-z]+|infra|local|tests|bench)/', pathNot: registrations },
    },
    {
      name: 'generated-code-imports-generated-code-only',
      severity: 'error',
      from: { path: '^generated/' },
      to: { path: '^(functions|grpc-[a-z]+|infra|local|tests|bench|contracts)/' },
    },
    {
      name: 'a-registration-is-plain-data',
      comment: 'Templates, Lambdas, generators and tests read domain.ts.',
      severity: 'error',
      from: { path: '^functions/(?!shared/)[^/]+/domain\\.ts$' },
      to: { pathNot: '^functions/shared/domain\\.ts$' },
    },
    {
      name: 'the-list-of-domains-imports-registrations-only',
      severity: 'error',
      from: { path: '^functions/domains\\.ts$' },
      to: { pathNot: registrations },
    },
    {
      name: 'handlers-import-no-other-handler',
      comment: 'A folder of handlers holds one file per route, event, task or job. What two of them share is model or store.',
      severity: 'error',
      from: { path: `${unit}/${handlers}/`, pathNot: isTest },
      to: { path: `${unit}/${handlers}/` },
    },
    {
      name: 'models-are-pure',
      comment: 'States and decisions: no SDK, no table, no environment, no edge.',
      severity: 'error',
      from: { path: `${unit}/model/`, pathNot: isTest },
      to: {
        path: `${anySdk}|${unit}/(store|${handlers})/|^functions/shared/((rest|events|saga|jobs|store|auth|aws)/|environment|log)`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'stores-know-no-edge',
      severity: 'error',
      from: { path: `${unit}/store/|^functions/shared/store/`, pathNot: isTest },
      to: { path: `${unit}/${handlers}/|^functions/shared/rest/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(tests|bench)/|\\.test\\.ts$' },
      to: { path: '^tests/|\\.test\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|\\.local)/' },
    // TypeScript 7 has no parser for JavaScript tools. Without another one nothing would be read and nothing found.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
