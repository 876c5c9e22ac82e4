import { InvalidParameterException, InvalidParameterValueException, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { log } from '../../../shared/log.ts';
import type { Sender } from './channel.ts';
import { ChannelFaultError, faultName, isRefusal, sendingCalls } from './channel-fault.ts';

let client: SNSClient | undefined;
const sns = () => {
  client ??= new SNSClient(sendingCalls);
  return client;
};

/** Sends one SMS through SNS. A number that SNS does not take is refused for good. */
export const sendSms: Sender<'sms'> = async ({ to, text }, { correlationId }) => {
  const MessageAttributes = { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } };
  try {
    await sns().send(new PublishCommand({ PhoneNumber: to, Message: text, MessageAttributes }));
    return 'sent';
  } catch (thrown) {
    const fault = faultName(thrown);
    if (!(thrown instanceof InvalidParameterException || thrown instanceof InvalidParameterValueException))
      throw new ChannelFaultError(`SNS did not accept the SMS: ${fault}`, { isNotSent: isRefusal(thrown) });
    log.warn('SMS refused', { correlationId, fault });
    return 'failed';
  }
};
