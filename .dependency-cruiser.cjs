const domains = [
  'auth',
  'product',
  'inventory',
  'order',
  'payment',
  'shipping',
  'notification',
  'audit',
  'payment-simulator',
  'outbox-relay',
  'certificates',
];
/** `aws-lambda` is a package of types alone. */
const anySdk = '(@aws-sdk|@aws-lambda-powertools|@grpc|jose)/';
const edges =
  '(^|/)(rest|sign-in|twins|consumer|authorizer|reconciler|saga-starter|handler|callbacks)\\.ts$|/(rest|consumers|saga-tasks|jobs)/';

/** Imports point one way: rest|consumers|saga-tasks → the domain's own files → shared → generated and SDKs. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^aws-lambda$' } },
    {
      name: 'no-dev-dependency-in-what-is-deployed',
      severity: 'error',
      from: { path: '^(functions|grpc-[a-z]+)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: 'node_modules/@types/' },
    },
    ...domains.map((domain) => ({
      name: `${domain}-meets-other-domains-through-events-only`,
      severity: 'error',
      from: { path: `^functions/${domain}/` },
      to: { path: '^functions/', pathNot: `^functions/(${domain}|shared)/` },
    })),
    {
      name: 'the-kernel-names-no-domain',
      severity: 'error',
      from: { path: '^functions/shared/' },
      to: { path: '^(functions/(?!shared/)|infra|local|tests|bench|grpc-)' },
    },
    ...['auth', 'inventory'].map((domain) => ({
      name: `grpc-${domain}-uses-only-its-own-domain`,
      severity: 'error',
      from: { path: `^grpc-${domain}/` },
      to: { path: '^(functions|grpc-[a-z]+)/', pathNot: `^(functions/(${domain}|shared)|grpc-(${domain}|shared))/` },
    })),
    {
      name: 'what-all-grpc-services-share-names-no-domain',
      severity: 'error',
      from: { path: '^grpc-shared/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(functions/(?!shared/)|grpc-(?!shared/)|generated/grpc/lonja/)' },
    },
    {
      name: 'functions-know-nothing-of-what-runs-them',
      severity: 'error',
      from: { path: '^(functions|grpc-[a-z]+)/' },
      to: { path: '^(infra|local|tests|bench|contracts)/' },
    },
    {
      name: 'infra-names-functions-by-path-only',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(functions|grpc-[a-z]+|local|tests|bench|contracts)/' },
    },
    {
      name: 'domain-files-import-no-sdk',
      comment: 'Pure states and decisions: only a table file, a client file (*-table, *-http, *-client, …) or an edge may.',
      severity: 'error',
      from: {
        path: `^functions/(${domains.slice(0, 8).join('|')})/`,
        pathNot: `${edges}|-(table|http|client|kms|ses)\\.ts$|\\.test\\.ts$|^functions/auth/(token|verification-key)\\.ts$`,
      },
      to: { path: anySdk, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-files-do-not-reach-for-tables',
      severity: 'error',
      from: {
        path: '^functions/[^/]+/[a-z-]+\\.ts$',
        pathNot: `${edges}|-(table|http|client|kms|ses)\\.ts$|\\.test\\.ts$|^functions/(shared|outbox-relay)/`,
      },
      to: { path: '-(table|http|client)\\.ts$', dependencyTypesNot: ['type-only'] },
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
