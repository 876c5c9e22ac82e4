import type { Socket } from 'node:net';

/** Whether the answer was the one that was wanted. */
export type Answered = (isGood: boolean) => void;

const frame = { data: 0, headers: 1, reset: 3, settings: 4, ping: 6, goAway: 7, windowUpdate: 8 } as const;
const endStream = 0x1;
const acknowledgement = 0x1;
const endHeaders = 0x4;
const largestWindow = 0x7fffffff;
const firstWindow = 65_535;
const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
/** `grpc-timeout` is what every caller of ours sends. */
const fixedHeaders: [number, string, string][] = [
  [31, 'content-type', 'application/grpc'],
  [0, 'te', 'trailers'],
  [58, 'user-agent', 'lonja-bench'],
  [0, 'grpc-timeout', '20S'],
];

export type Http2ConnectionProps = {
  socket: Socket;
  isSecure: boolean;
  authority: string;
  /** `/package.Service/Method`: one a connection. */
  path: string;
  authorization?: string;
  /** Called with each message of an answer; what it says of the last is what `Answered` is told. */
  onMessage(message: Buffer): boolean;
};

/**
 * As much of gRPC over HTTP/2 (RFC 9113, RFC 7541) as a caller of one method needs, for a few microseconds a call: so that it is the server
 * that is measured. Headers are indexed after the first call, as real clients do; those of answers are not read, since an answer
 * without a good message is no good answer.
 */
export class Http2Connection {
  readonly #props: Http2ConnectionProps;
  readonly #calls = new Map<number, { answered: Answered; isGood: boolean; part: Buffer }>();
  readonly #first: Buffer;
  readonly #following: Buffer;
  #out: Buffer[] = [];
  #waiting: { message: Buffer; answered: Answered }[] = [];
  #rest: Buffer = Buffer.alloc(0);
  #nextStream = 1;
  #window = firstWindow;
  #consumed = 0;

  constructor(props: Http2ConnectionProps) {
    this.#props = props;
    const { first, following } = headerBlocks(props);
    this.#first = first;
    this.#following = following;
    const settings = Buffer.alloc(12);
    settings.writeUInt16BE(2, 0); // ENABLE_PUSH
    settings.writeUInt16BE(4, 6); // INITIAL_WINDOW_SIZE
    settings.writeUInt32BE(largestWindow, 8);
    this.#out.push(Buffer.from(preface), framed(frame.settings, 0, 0, settings), windowUpdate(largestWindow - firstWindow));
    props.socket.on('data', (chunk: Buffer) => this.#read(chunk));
    props.socket.on('close', () => this.#failAll());
    props.socket.on('error', () => this.#failAll());
    this.flush();
  }

  /** Goes out with the next `flush`, or with the answer to what was read last. */
  send(message: Buffer, answered: Answered): void {
    if (this.#props.socket.destroyed) throw new Error('the server closed the connection');
    if (message.length + 5 > this.#window) {
      this.#waiting.push({ message, answered });
      return;
    }
    const stream = this.#nextStream;
    this.#nextStream += 2;
    this.#calls.set(stream, { answered, isGood: false, part: Buffer.alloc(0) });
    this.#window -= message.length + 5;
    const block = stream === 1 ? this.#first : this.#following;
    const head = Buffer.allocUnsafe(9 + block.length + 9 + 5);
    writeHead(head, 0, { length: block.length, type: frame.headers, flags: endHeaders, stream });
    block.copy(head, 9);
    writeHead(head, 9 + block.length, { length: message.length + 5, type: frame.data, flags: endStream, stream });
    head[18 + block.length] = 0;
    head.writeUInt32BE(message.length, 19 + block.length);
    this.#out.push(head, message);
  }

  flush(): void {
    if (this.#out.length === 0) return;
    this.#props.socket.write(this.#out.length === 1 ? (this.#out[0] ?? '') : Buffer.concat(this.#out));
    this.#out = [];
  }

  close(): void {
    this.#calls.clear();
    this.#waiting = [];
    this.#props.socket.destroy();
  }

  #read(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    while (bytes.length - at >= 9) {
      const length = bytes.readUIntBE(at, 3);
      if (bytes.length - at < 9 + length) break;
      const stream = bytes.readUInt32BE(at + 5) & largestWindow;
      this.#take(bytes.readUInt8(at + 3), bytes.readUInt8(at + 4), stream, bytes.subarray(at + 9, at + 9 + length));
      at += 9 + length;
    }
    this.#rest = bytes.subarray(at);
    if (this.#consumed > largestWindow / 4) {
      this.#out.push(windowUpdate(this.#consumed));
      this.#consumed = 0;
    }
    this.flush();
  }

  #take(type: number, flags: number, stream: number, payload: Buffer): void {
    if (type === frame.data) this.#data(stream, payload);
    else if (type === frame.settings && (flags & acknowledgement) === 0)
      this.#out.push(framed(frame.settings, acknowledgement, 0, Buffer.alloc(0)));
    else if (type === frame.ping && (flags & acknowledgement) === 0)
      this.#out.push(framed(frame.ping, acknowledgement, 0, Buffer.from(payload)));
    else if (type === frame.windowUpdate && stream === 0) this.#widen(payload.readUInt32BE(0));
    else if (type === frame.reset) this.#end(stream, false);
    else if (type === frame.goAway) this.#failAll();
    if ((type === frame.data || type === frame.headers) && (flags & endStream) !== 0) this.#end(stream, true);
  }

  #data(stream: number, payload: Buffer): void {
    this.#consumed += payload.length;
    const call = this.#calls.get(stream);
    if (call === undefined) return;
    let bytes = call.part.length === 0 ? payload : Buffer.concat([call.part, payload]);
    while (bytes.length >= 5) {
      const end = 5 + bytes.readUInt32BE(1);
      if (bytes.length < end) break;
      call.isGood = this.#props.onMessage(bytes.subarray(5, end));
      bytes = bytes.subarray(end);
    }
    call.part = bytes;
  }

  #end(stream: number, isWhole: boolean): void {
    const call = this.#calls.get(stream);
    this.#calls.delete(stream);
    call?.answered(isWhole && call.isGood);
  }

  #widen(bytes: number): void {
    this.#window += bytes;
    for (const { message, answered } of this.#waiting.splice(0)) this.send(message, answered);
  }

  #failAll(): void {
    const calls = [...this.#calls.values(), ...this.#waiting];
    this.#calls.clear();
    this.#waiting = [];
    for (const { answered } of calls) answered(false);
  }
}

function headerBlocks({ isSecure, authority, path, authorization }: Http2ConnectionProps): { first: Buffer; following: Buffer } {
  const scheme = isSecure ? 0x87 : 0x86;
  const fields: [number, string, string][] = [[4, ':path', path], [1, ':authority', authority], ...fixedHeaders];
  if (authorization !== undefined) fields.push([23, 'authorization', authorization]);
  const literals = fields.map(([nameIndex, name, value]) =>
    Buffer.concat([Buffer.from([0x40 | nameIndex]), ...(nameIndex === 0 ? [text(name)] : []), text(value)]),
  );
  // The newest entry of the dynamic table has index 62.
  const indexes = fields.map((_, position) => 0x80 | (61 + fields.length - position));
  return { first: Buffer.concat([Buffer.from([0x83, scheme]), ...literals]), following: Buffer.from([0x83, scheme, ...indexes]) };
}

/** @throws {RangeError} for a text whose length takes more than seven bits */
function text(value: string): Buffer {
  if (value.length > 126) throw new RangeError('headers of the bench are short');
  return Buffer.concat([Buffer.from([value.length]), Buffer.from(value)]);
}

function framed(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(9 + payload.length);
  writeHead(bytes, 0, { length: payload.length, type, flags, stream });
  payload.copy(bytes, 9);
  return bytes;
}

function windowUpdate(increment: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(increment);
  return framed(frame.windowUpdate, 0, 0, payload);
}

function writeHead(
  bytes: Buffer,
  at: number,
  { length, type, flags, stream }: { length: number; type: number; flags: number; stream: number },
): void {
  bytes.writeUIntBE(length, at, 3);
  bytes.writeUInt8(type, at + 3);
  bytes.writeUInt8(flags, at + 4);
  bytes.writeUInt32BE(stream, at + 5);
}
