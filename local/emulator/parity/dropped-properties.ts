import type { Template } from '../../deploy/assembly.ts';

/** Kinds of template properties that emulators accept and then ignore. */
export type DroppedKind = 'time-to-live' | 'point-in-time-recovery' | 'request-validation' | 'api-key-source';

/** What a deployment ignored of a template, by the logical ids of the resources. */
export type DroppedProperties = {
  tables: { table: string; expiryAttribute?: string; pointInTimeRecovery: boolean }[];
  /** APIs that take the key of a call from somewhere else than its header. */
  keySources: { api: string; source: string }[];
  validators: { validator: string; api: string; body: boolean; parameters: boolean }[];
  /** `resource` is undefined for the root of the API. */
  methods: { api: string; resource?: string; httpMethod: string; validator: string }[];
};

/** Finds in a template what an emulator that drops these kinds did not set. */
export function droppedOf({ Resources }: Template, drops: readonly DroppedKind[]): DroppedProperties {
  const dropped: DroppedProperties = { tables: [], keySources: [], validators: [], methods: [] };
  for (const [id, { Type, Properties = {} }] of Object.entries(Resources)) {
    if (Type === 'AWS::DynamoDB::Table') dropped.tables.push(tableOf(id, Properties, drops));
    if (Type === 'AWS::ApiGateway::RestApi' && drops.includes('api-key-source') && Properties.ApiKeySourceType !== undefined) {
      dropped.keySources.push({ api: id, source: String(Properties.ApiKeySourceType) });
    }
    if (!drops.includes('request-validation')) continue;
    if (Type === 'AWS::ApiGateway::RequestValidator') dropped.validators.push(validatorOf(id, Properties));
    if (Type === 'AWS::ApiGateway::Method' && Properties.RequestValidatorId !== undefined) {
      dropped.methods.push(methodOf(Properties));
    }
  }
  return dropped;
}

type Properties = Record<string, unknown>;

function tableOf(table: string, properties: Properties, drops: readonly DroppedKind[]): DroppedProperties['tables'][number] {
  const expiry = fields(properties.TimeToLiveSpecification);
  const recovery = fields(properties.PointInTimeRecoverySpecification);
  return {
    table,
    pointInTimeRecovery: drops.includes('point-in-time-recovery') && recovery.PointInTimeRecoveryEnabled === true,
    ...(drops.includes('time-to-live') && expiry.Enabled === true && { expiryAttribute: String(expiry.AttributeName) }),
  };
}

const validatorOf = (validator: string, properties: Properties): DroppedProperties['validators'][number] => ({
  validator,
  api: referenced(properties.RestApiId),
  body: properties.ValidateRequestBody === true,
  parameters: properties.ValidateRequestParameters === true,
});

function methodOf(properties: Properties): DroppedProperties['methods'][number] {
  const isRoot = 'Fn::GetAtt' in fields(properties.ResourceId);
  return {
    api: referenced(properties.RestApiId),
    httpMethod: String(properties.HttpMethod),
    validator: referenced(properties.RequestValidatorId),
    ...(!isRoot && { resource: referenced(properties.ResourceId) }),
  };
}

/** The logical id in `{ "Ref": id }`. */
function referenced(value: unknown): string {
  const { Ref } = fields(value);
  if (typeof Ref !== 'string') throw new Error(`the parity step expects a reference, not ${JSON.stringify(value)}`);
  return Ref;
}

function fields(value: unknown): Properties {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
