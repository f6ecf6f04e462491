import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Ack, ackSchema } from "dingtalk-payloads";
import { type WebSocket, WebSocketServer } from "ws";
import { queue } from "./queue.ts";

export interface Request {
  call: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface Answer {
  status?: number;
  body: unknown;
}

/** An answer, one that depends on the request, or a connection cut without any. */
export type Plan = Answer | "cut" | ((request: Request) => Answer);

/** One connection of the bot, seen from the platform. */
export interface Link {
  socket: WebSocket;
  send(frame: unknown): void;
  nextAck(): Promise<Ack>;
  closed: Promise<void>;
}

export interface Platform {
  base: string;
  requests: Request[];
  /** Answers for `METHOD /path`, in order; the last one stays. Everything else is 404. */
  answer(call: string, ...answers: Plan[]): void;
  nextLink(): Promise<Link>;
  close(): Promise<void>;
}

const OPEN = "POST /v1.0/gateway/connections/open";

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function linkOf(socket: WebSocket): Link {
  const acks = queue<Ack>();
  socket.on("message", (data) => acks.put(ackSchema.parse(JSON.parse(String(data)))));
  return {
    socket,
    send: (frame) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
    nextAck: acks.take,
    closed: new Promise((resolve) => socket.once("close", () => resolve())),
  };
}

function responder(requests: Request[], answers: Map<string, Plan[]>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://platform");
    const call = `${request.method} ${url.pathname}`;
    const body = await textOf(request);
    const received = { call, query: Object.fromEntries(url.searchParams), headers: request.headers, body };
    requests.push(received);
    const planned = answers.get(call) ?? [];
    const plan = (planned.length > 1 ? planned.shift() : planned[0]) ?? { status: 404, body: { code: "notFound" } };
    if (plan === "cut") return void request.socket.destroy();
    const answer = typeof plan === "function" ? plan(received) : plan;
    response.writeHead(answer.status ?? 200, { "content-type": "application/json" });
    const raw = typeof answer.body === "string" || Buffer.isBuffer(answer.body);
    response.end(raw ? answer.body : JSON.stringify(answer.body));
  };
}

/** The platform's side of the wire: an HTTP server and a WebSocket on one port. @param autoPong false: half-open */
export async function startPlatform(autoPong = true): Promise<Platform> {
  const requests: Request[] = [];
  const answers = new Map<string, Plan[]>();
  const links = queue<Link>();
  const server = createServer((request, response) => void responder(requests, answers)(request, response));
  const sockets = new WebSocketServer({ server, path: "/connect", autoPong });
  sockets.on("connection", (socket) => links.put(linkOf(socket)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  answers.set(OPEN, [{ body: { endpoint: `ws://127.0.0.1:${port}/connect`, ticket: "ticket-1" } }]);
  return {
    base: `http://127.0.0.1:${port}`,
    requests,
    answer: (call, ...planned) => void answers.set(call, planned),
    nextLink: links.take,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
