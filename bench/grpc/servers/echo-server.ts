/** The limit: grpc-js with nothing around it, not even its own channelz. Takes any bytes and answers with those it was given in BENCH_ANSWER (base64). */
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { environment } from '../../../functions/shared/environment.ts';
import { AuthServiceService } from '../../../generated/grpc/lonja/auth/v1/auth.ts';

const answer = Buffer.from(environment('BENCH_ANSWER'), 'base64');
const asIs = (bytes: Buffer): Buffer => bytes;
const server = new Server({ 'grpc.enable_channelz': 0 });
const { verifyToken } = AuthServiceService;
server.addService(
  {
    verifyToken: {
      ...verifyToken,
      requestDeserialize: asIs,
      requestSerialize: asIs,
      responseSerialize: asIs,
      responseDeserialize: asIs,
    },
  },
  { verifyToken: (_call: unknown, callback: (error: null, answer: Buffer) => void) => callback(null, answer) },
);
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`${JSON.stringify({ message: 'listening', port })}\n`);
});
process.once('SIGTERM', () => process.exit(0));
