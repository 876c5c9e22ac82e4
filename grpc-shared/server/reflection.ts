import { createFileRegistry, type DescFile, fromBinary, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { status } from '@grpc/grpc-js';
import { fileDescriptorSetBase64 } from '../../generated/grpc/descriptors.ts';
import {
  type ServerReflectionRequest,
  ServerReflectionResponse,
  type ServerReflectionServer,
} from '../../generated/grpc/grpc/reflection/v1/reflection.ts';

type Reply = Partial<ServerReflectionResponse>;

/**
 * grpc.reflection.v1 over the descriptors of the protos, which are compiled in: no .proto file is read at run time. It lists the
 * `served` services, by their full names. https://github.com/grpc/grpc/blob/master/doc/server-reflection.md
 */
export function reflectionOf(served: readonly string[]): ServerReflectionServer {
  const fileDescriptorSet = Buffer.from(fileDescriptorSetBase64, 'base64');
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, fileDescriptorSet));
  const services = served.map((name) => ({ name }));

  /** A symbol is a type, or a method, field or value of one. */
  const fileOf = (symbol: string) => (registry.get(symbol) ?? registry.get(symbol.slice(0, symbol.lastIndexOf('.'))))?.file;

  function reply(request: ServerReflectionRequest): Reply {
    if (request.listServices !== undefined) return { listServicesResponse: { service: services } };
    if (request.fileByFilename !== undefined) return fileReply(registry.getFile(request.fileByFilename));
    if (request.fileContainingSymbol !== undefined) return fileReply(fileOf(request.fileContainingSymbol));
    if (request.allExtensionNumbersOfType !== undefined || request.fileContainingExtension !== undefined)
      return notFound('extension');
    return { errorResponse: { errorCode: status.INVALID_ARGUMENT, errorMessage: 'the request asks for nothing' } };
  }

  return {
    serverReflectionInfo(call) {
      call.on('data', (request: ServerReflectionRequest) => {
        call.write(ServerReflectionResponse.create({ validHost: request.host, originalRequest: request, ...reply(request) }));
      });
      call.on('end', () => call.end());
    },
  };
}

const notFound = (what: string): Reply => ({ errorResponse: { errorCode: status.NOT_FOUND, errorMessage: `no such ${what}` } });

/** The file with all it imports. */
function fileReply(file: DescFile | undefined): Reply {
  if (file === undefined) return notFound('file');
  const files = new Set<DescFile>();
  const collect = (next: DescFile) => {
    if (files.has(next)) return;
    files.add(next);
    next.dependencies.forEach(collect);
  };
  collect(file);
  const fileDescriptorProto = [...files].map(({ proto }) => Buffer.from(toBinary(FileDescriptorProtoSchema, proto)));
  return { fileDescriptorResponse: { fileDescriptorProto } };
}
