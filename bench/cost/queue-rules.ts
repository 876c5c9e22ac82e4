import {
  EventBridgeClient,
  ListEventBusesCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { LambdaClient, paginateListEventSourceMappings } from '@aws-sdk/client-lambda';
import { deployedFunctions } from '../../local/deploy/deployed-functions.ts';
import { awsSettings } from '../../local/emulator/aws-settings.ts';

/** A rule that puts events of some types into a consumer's queue. */
export type QueueRule = { consumer: string; takes(detailType: string): boolean };

/** The rules of all buses, with the entry of the function that reads the queue. */
export async function queueRules(endpoint: string): Promise<QueueRule[]> {
  const aws = awsSettings(endpoint);
  const client = new EventBridgeClient(aws);
  const consumers = await consumersByQueue(endpoint);
  const rules: QueueRule[] = [];
  const { EventBuses = [] } = await client.send(new ListEventBusesCommand({}));
  for (const { Name: EventBusName = '' } of EventBuses) {
    const { Rules = [] } = await client.send(new ListRulesCommand({ EventBusName }));
    for (const { Name: Rule, EventPattern = '{}' } of Rules) {
      const { Targets = [] } = await client.send(new ListTargetsByRuleCommand({ EventBusName, Rule }));
      const { 'detail-type': types }: { 'detail-type'?: string[] } = JSON.parse(EventPattern);
      for (const { Arn = '' } of Targets) {
        const consumer = consumers.get(Arn);
        // A rule without types takes every event of its own bus: the bus is named after the domain that begins the type.
        const isOfBus = (detailType: string) => EventBusName.includes(`${detailType.split('.')[0]}.events`);
        if (consumer !== undefined) rules.push({ consumer, takes: (type) => types?.includes(type) ?? isOfBus(type) });
      }
    }
  }
  return rules;
}

async function consumersByQueue(endpoint: string): Promise<Map<string, string>> {
  const aws = awsSettings(endpoint);
  const functions = await deployedFunctions(aws);
  const consumers = new Map<string, string>();
  for await (const { EventSourceMappings = [] } of paginateListEventSourceMappings({ client: new LambdaClient(aws) }, {})) {
    for (const { EventSourceArn = '', FunctionArn = '' } of EventSourceMappings) {
      const consumer = functions.find(({ name }) => FunctionArn.endsWith(`:${name}`));
      if (consumer !== undefined) consumers.set(EventSourceArn, consumer.entry);
    }
  }
  return consumers;
}
