import type { Template } from '../../deploy/assembly.ts';

/** What the emulator drops of a template without a word, by the logical ids of the resources. */
export type Dropped = {
  tables: { table: string; expiryAttribute?: string; pointInTimeRecovery: boolean }[];
  validators: { validator: string; api: string; body: boolean; parameters: boolean }[];
  /** `resource` is undefined for the root of the API. */
  methods: { api: string; resource?: string; httpMethod: string; validator: string }[];
};

/** Finds in a template what must be set again after it was deployed. */
export function droppedOf({ Resources }: Template): Dropped {
  const dropped: Dropped = { tables: [], validators: [], methods: [] };
  for (const [id, { Type, Properties = {} }] of Object.entries(Resources)) {
    switch (Type) {
      case 'AWS::DynamoDB::Table':
        dropped.tables.push(tableOf(id, Properties));
        break;
      case 'AWS::ApiGateway::RequestValidator':
        dropped.validators.push({
          validator: id,
          api: referenced(Properties.RestApiId),
          body: Properties.ValidateRequestBody === true,
          parameters: Properties.ValidateRequestParameters === true,
        });
        break;
      case 'AWS::ApiGateway::Method':
        if (Properties.RequestValidatorId !== undefined) dropped.methods.push(methodOf(Properties));
        break;
    }
  }
  return dropped;
}

function tableOf(table: string, properties: Record<string, unknown>): Dropped['tables'][number] {
  const expiry = fields(properties.TimeToLiveSpecification);
  const recovery = fields(properties.PointInTimeRecoverySpecification);
  return {
    table,
    pointInTimeRecovery: recovery.PointInTimeRecoveryEnabled === true,
    ...(expiry.Enabled === true && { expiryAttribute: String(expiry.AttributeName) }),
  };
}

function methodOf(properties: Record<string, unknown>): Dropped['methods'][number] {
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

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
