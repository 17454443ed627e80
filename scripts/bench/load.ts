/**
 * The load: HTTP/1.1 over keep-alive sockets, written by hand because a client that does more would itself be what is
 * measured on two cores. It runs in a worker thread; a slice is so many requests over so many connections.
 */
import { connect, type Socket } from "node:net";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

export interface Slice {
  url: string;
  /** The path asked for; a POST if there is a body. */
  path: string;
  body?: string;
  /** A run of this character in the body is replaced by a number new with each request, so that no two are the same. */
  stamp?: { mark: string; from: number };
  connections: number;
  requests: number;
  /** What every answer must be. */
  expect: { status: number; cache?: string };
}

export interface Sliced {
  seconds: number;
  /** Milliseconds of each request. */
  latencies: number[];
}

/** A client in a thread of its own. */
export class LoadClient {
  readonly #worker = new Worker(new URL(import.meta.url));

  /** @throws Error if an answer is not as expected */
  run(slice: Slice): Promise<Sliced> {
    return new Promise((resolve, reject) => {
      this.#worker.once("message", (message: Sliced | { error: string }) => {
        if ("error" in message) reject(new Error(`${slice.path}: ${message.error}`));
        else resolve(message);
      });
      this.#worker.postMessage(slice);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  port.on("message", async (slice: Slice) => {
    try {
      port.postMessage(await send(slice));
    } catch (error) {
      port.postMessage({ error: String(error) });
    }
  });
}

async function send(slice: Slice): Promise<Sliced> {
  const { url, connections, requests } = slice;
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(hostname, Number(port))));
  const latencies: number[] = [];
  let sent = 0;
  const startedAt = performance.now();
  try {
    await Promise.all(
      sockets.map(async (socket) => {
        const { bytes, stampAt, stampLength } = write(slice);
        const exchange = exchangeOn(socket);
        while (sent < requests) {
          const number = (slice.stamp?.from ?? 0) + sent++;
          if (stampLength > 0) bytes.write(String(number).padStart(stampLength, "0"), stampAt, "latin1");
          const at = performance.now();
          check(await exchange(bytes), slice);
          latencies.push(performance.now() - at);
        }
      }),
    );
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  return { seconds: (performance.now() - startedAt) / 1000, latencies };
}

function open(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

function write({ url, path, body, stamp }: Slice): { bytes: Buffer; stampAt: number; stampLength: number } {
  const payload = Buffer.from(body ?? "");
  const head = [
    `${body === undefined ? "GET" : "POST"} ${path} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    ...(body === undefined ? [] : ["Content-Type: application/json", `Content-Length: ${payload.length}`]),
  ];
  const header = Buffer.from(`${head.join("\r\n")}\r\n\r\n`);
  const run = stamp ? new RegExp(`${stamp.mark}+`).exec(body ?? "") : null;
  const at = run ? payload.indexOf(run[0]) : 0;
  return { bytes: Buffer.concat([header, payload]), stampAt: header.length + at, stampLength: run?.[0].length ?? 0 };
}

interface Answer {
  status: number;
  headers: string;
}

/** Sends a request on a socket and reads its answer through; the body is skipped, not kept. */
function exchangeOn(socket: Socket): (bytes: Buffer) => Promise<Answer> {
  let settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  let answer: Answer | undefined;
  let pending = Buffer.alloc(0);
  let left = 0; // of the body or the chunk, with its CRLF
  let chunked = false;
  const finish = () => {
    const done = answer;
    answer = undefined;
    if (done) settle?.resolve(done);
  };
  const read = (): boolean => {
    if (!answer) {
      const end = pending.indexOf("\r\n\r\n");
      if (end < 0) return false;
      const headers = pending.toString("latin1", 0, end);
      answer = { status: Number(headers.slice(9, 12)), headers };
      pending = pending.subarray(end + 4);
      chunked = /^transfer-encoding: *chunked/im.test(headers);
      left = chunked ? 0 : Number(/^content-length: *(\d+)/im.exec(headers)?.[1] ?? 0);
    }
    const skipped = Math.min(left, pending.length);
    pending = pending.subarray(skipped);
    left -= skipped;
    if (left > 0) return false;
    if (!chunked) {
      finish();
      return false;
    }
    const line = pending.indexOf("\r\n");
    if (line < 0) return false;
    const size = Number.parseInt(pending.toString("latin1", 0, line), 16);
    if (size === 0 && pending.length < line + 4) return false;
    pending = pending.subarray(size === 0 ? line + 4 : line + 2);
    if (size === 0) {
      finish();
      return false;
    }
    left = size + 2;
    return true;
  };
  socket.on("data", (data) => {
    pending = pending.length === 0 ? data : Buffer.concat([pending, data]);
    while (read());
  });
  socket.on("error", (error) => settle?.reject(error));
  socket.on("close", () => settle?.reject(new Error("the connection was closed")));
  return (bytes) =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
      socket.write(bytes);
    });
}

function check({ status, headers }: Answer, { expect }: Slice): void {
  if (status !== expect.status) throw new Error(`answered ${status}, not ${expect.status}`);
  const cache = /^x-cache: *(\w+)/im.exec(headers)?.[1];
  if (expect.cache !== undefined && cache !== expect.cache) throw new Error(`x-cache is ${cache}, not ${expect.cache}`);
}
