"""The Auth service as document 2 of docs/coverage.md writes it, on grpc.aio.

Its table is a dictionary, so that nothing but gRPC is measured.

Started with the descriptors of the protos (a FileDescriptorSet), which stand in for the generated code.
"""

import asyncio
import json
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

descriptors = descriptor_pb2.FileDescriptorSet()
with open(sys.argv[1], "rb") as file:
    descriptors.ParseFromString(file.read())
pool = descriptor_pool.DescriptorPool()
for description in descriptors.file:
    pool.Add(description)


def message(name):
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(f"lonja.auth.v1.{name}"))


ValidateLocalRequest = message("ValidateLocalRequest")
ValidateLocalResponse = message("ValidateLocalResponse")
locals_by_id = {sys.argv[2]: "The Mill"}


async def find_local(local_id):
    return locals_by_id.get(local_id)


class AuthServicer:
    async def ValidateLocal(self, request, context):
        try:
            name = await find_local(request.local_id)
            return ValidateLocalResponse(is_valid=name is not None, local_name=name or "")
        except Exception as error:
            return ValidateLocalResponse(is_valid=False, error_message=str(error))


async def serve():
    server = grpc.aio.server()
    handler = grpc.unary_unary_rpc_method_handler(
        AuthServicer().ValidateLocal,
        request_deserializer=ValidateLocalRequest.FromString,
        response_serializer=ValidateLocalResponse.SerializeToString,
    )
    service = grpc.method_handlers_generic_handler("lonja.auth.v1.AuthService", {"ValidateLocal": handler})
    server.add_generic_rpc_handlers((service,))
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    print(json.dumps({"message": "listening", "port": port}), flush=True)
    await server.wait_for_termination()


asyncio.run(serve())
