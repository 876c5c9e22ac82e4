import { createFileRegistry, type DescMethod, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { fileDescriptorSetBase64 } from '../../generated/grpc/descriptors.ts';
import { RefusedCallError } from './call-errors.ts';
import { checkTexts, malformed, textFieldsOf } from './request-texts.ts';

/** The descriptors of our protos, compiled in: no .proto file is read at run time. */
export const protoRegistry = createFileRegistry(
  fromBinary(FileDescriptorSetSchema, Buffer.from(fileDescriptorSetBase64, 'base64')),
);

/**
 * The same definition, with requests checked before they are decoded: see `checkTexts`. grpc-js has no status for a request
 * that it cannot decode, so a bad one is handed on as the error to end its call with; `accepted` throws it.
 */
export function checkedRequests(definition: ServiceDefinition): ServiceDefinition {
  const methods = Object.entries(definition).map(([name, method]) => {
    const descriptor = descriptorOf(method.path);
    if (descriptor === undefined) return [name, method] as const;
    const fields = textFieldsOf(descriptor.input);
    const requestDeserialize = (bytes: Buffer): unknown => {
      try {
        checkTexts(bytes, fields);
        return method.requestDeserialize(bytes);
      } catch (thrown) {
        return thrown instanceof RefusedCallError ? thrown : malformed();
      }
    };
    return [name, { ...method, requestDeserialize }] as const;
  });
  return Object.fromEntries(methods);
}

/** The request, as decoded. @throws {RefusedCallError} INVALID_ARGUMENT when it was found to be bad */
export function accepted<Request>(request: Request): Request {
  if (request instanceof RefusedCallError) throw request;
  return request;
}

/** Undefined for a service that is not described by our protos. */
function descriptorOf(path: string): DescMethod | undefined {
  const [, service = '', name] = path.split('/');
  return protoRegistry.getService(service)?.methods.find((method) => method.name === name);
}
