import type { Socket } from 'node:net';
import type { Answered } from './http2-connection.ts';

/** One request at a time over a connection that stays open; a message is a whole GET request. */
export class Http1Connection {
  readonly #socket: Socket;
  #answered: Answered | undefined;
  #text = '';

  constructor(socket: Socket, wanted: string) {
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      this.#text += chunk;
      const body = this.#text.indexOf('\r\n\r\n') + 4;
      const length = Number(/content-length: (\d+)/i.exec(this.#text)?.[1]);
      if (body < 4 || this.#text.length < body + length) return;
      const isGood = this.#text.startsWith('HTTP/1.1 200') && this.#text.includes(wanted, body);
      this.#text = '';
      this.#end(isGood);
    });
    socket.on('close', () => this.#end(false));
    socket.on('error', () => this.#end(false));
  }

  send(request: Buffer, answered: Answered): void {
    if (this.#socket.destroyed) throw new Error('the server closed the connection');
    this.#answered = answered;
    this.#socket.write(request);
  }

  flush(): void {}

  close(): void {
    this.#answered = undefined;
    this.#socket.destroy();
  }

  #end(isGood: boolean): void {
    const answered = this.#answered;
    this.#answered = undefined;
    answered?.(isGood);
  }
}
