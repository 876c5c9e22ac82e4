const { readdirSync } = require('node:fs');

/** Every rule about domains is made from the folders that exist, so a new domain is bound by all of them from its first file on. */
const folders = (path) =>
  readdirSync(`${__dirname}/${path}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const domains = folders('functions').filter((name) => name !== 'shared' && name !== 'platform');
const grpcServices = folders('.').filter((name) => name.startsWith('grpc-') && name !== 'grpc-shared');

const anySdk = '(@aws-sdk|@aws-lambda-powertools|@grpc|@middy|@smithy)/';
const isTest = '\\.test\\.ts$';
/** Where a file of a domain or platform unit lies decides what it may import. */
const unit = '^functions/(?:platform/)?[^/]+';

/** Imports go one way: rest|consumers|saga-tasks|jobs → store → model → shared → generated and SDKs. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^aws-lambda$' } },
    {
      name: 'no-dev-dependency-in-what-is-deployed',
      severity: 'error',
      from: { path: '^(functions|grpc-[a-z]+)/', pathNot: isTest },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: 'node_modules/@types/' },
    },
    ...domains.map((domain) => ({
      name: `${domain}-meets-other-domains-through-events-only`,
      severity: 'error',
      from: { path: `^functions/${domain}/` },
      to: { path: '^functions/', pathNot: `^functions/(${domain}|shared)/` },
    })),
    ...folders('functions/platform').map((name) => ({
      name: `platform-${name}-uses-the-kernel-only`,
      severity: 'error',
      from: { path: `^functions/platform/${name}/` },
      to: { path: '^functions/', pathNot: `^functions/(platform/${name}|shared)/` },
    })),
    {
      name: 'the-kernel-names-no-domain',
      severity: 'error',
      from: { path: '^functions/shared/', pathNot: isTest },
      to: { path: '^(functions/(?!shared/)|infra|local|tests|bench|grpc-)' },
    },
    ...grpcServices.map((service) => ({
      name: `${service}-uses-only-its-own-domain`,
      severity: 'error',
      from: { path: `^${service}/`, pathNot: isTest },
      to: {
        path: '^(functions|grpc-[a-z]+)/',
        pathNot: `^(functions/${service.slice('grpc-'.length)}/(model|store)|functions/shared|${service}|grpc-shared)/`,
      },
    })),
    {
      name: 'what-all-grpc-services-share-names-no-domain',
      severity: 'error',
      from: { path: '^grpc-shared/', pathNot: isTest },
      to: { path: '^(functions/(?!shared/)|grpc-(?!shared/)|generated/grpc/lonja/)' },
    },
    {
      name: 'functions-know-nothing-of-what-runs-them',
      severity: 'error',
      from: { path: '^(functions|grpc-[a-z]+)/', pathNot: isTest },
      to: { path: '^(infra|local|tests|bench|contracts)/' },
    },
    {
      name: 'infra-names-functions-by-path-only',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        path: '^(functions|grpc-[a-z]+|local|tests|bench|contracts)/',
        pathNot: '^functions/(domains|[^/]+/domain|shared/domain)\\.ts$',
      },
    },
    {
      name: 'a-registration-is-plain-data',
      comment: 'domain.ts is read by templates, Lambdas, generators and tests alike.',
      severity: 'error',
      from: { path: '/domain\\.ts$' },
      to: { pathNot: '^functions/shared/domain\\.ts$' },
    },
    {
      name: 'models-are-pure',
      comment: 'States and decisions: no SDK, no table, no edge.',
      severity: 'error',
      from: { path: `${unit}/model/`, pathNot: isTest },
      to: {
        path: `${anySdk}|${unit}/(store|rest|consumers|saga-tasks|jobs)/|^functions/shared/(rest|events|saga|jobs|store|auth)/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'stores-know-no-edge',
      severity: 'error',
      from: { path: `${unit}/store/|^functions/shared/store/`, pathNot: isTest },
      to: {
        path: `${unit}/(rest|consumers|saga-tasks|jobs)/|^functions/shared/rest/`,
        dependencyTypesNot: ['type-only'],
      },
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
    // TypeScript 7 has no parser for JavaScript tools; without this nothing would be read, and nothing found.
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
