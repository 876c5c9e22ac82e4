import { toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import type { Server } from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import { protoRegistry } from '../calls/checked-requests.ts';

/**
 * grpc.reflection.v1 and v1alpha over the descriptors of our protos and of the health service. They list the `services`, by their full
 * names. https://github.com/grpc/grpc/blob/master/doc/server-reflection.md
 */
export function addReflectionService(server: Pick<Server, 'addService'>, services: readonly string[]): void {
  const fileDescriptorProtos = [...protoRegistry.files].map(({ proto }) =>
    Buffer.from(toBinary(FileDescriptorProtoSchema, proto)),
  );
  // The package reads the descriptors of a definition and nothing else of it.
  const protos = { format: 'Protocol Buffer 3 EnumDescriptorProto' as const, type: {}, fileDescriptorProtos };
  new ReflectionService({ protos }, { services: [...services] }).addToServer(server);
}
