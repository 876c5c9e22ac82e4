import type { ProcessGroup } from '../process/process-group.ts';
import type { DroppedKind } from './parity/dropped-properties.ts';

/** An emulator of AWS, as the local run uses it. Everything else goes through the AWS APIs at its endpoint. */
export type Emulator = {
  /** As messages to the developer name it. */
  name: string;
  /** Template properties that a deployment accepts and then ignores: they are set again afterwards, and read back. */
  drops: readonly DroppedKind[];
  /** Installs what the emulator needs, unless that was done before. @throws MissingRequirementError when the machine lacks something */
  prepare(signal?: AbortSignal): Promise<void>;
  /**
   * Starts it, empty, on a port of 127.0.0.1; resolves when it takes requests. Its log and temporary files go to `folder`. It ends with
   * this process. @throws with the end of its log when it does not start, for example because another process has the port
   */
  start(settings: { folder: string; port: number }): Promise<EmulatorProcess>;
  /** Whether one that somebody else started answers at the endpoint. */
  answers(endpoint: string): Promise<boolean>;
  /** Base URL of a deployed REST API's stage, without a slash at its end. */
  restApiUrl(endpoint: string, apiId: string, stage: string): string;
  /** Every email that SES was asked to send so far. */
  sentEmails(endpoint: string): Promise<SentEmail[]>;
  /** Every SMS that SNS was asked to send so far. */
  sentTexts(endpoint: string): Promise<SentText[]>;
};

export type EmulatorProcess = { endpoint: string; group: ProcessGroup; logFile: string };
export type SentEmail = { to: readonly string[]; subject: string; text: string; html: string };
export type SentText = { to: string; text: string };
