import { createServer, type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Warnings } from "../instruments/warnings.ts";
import { DINGTALK_HOSTS, isDingTalk } from "../net/hosts.ts";
import { isWebSocket } from "../net/is-web-socket.ts";

interface Deps {
  /** The emulator's HTTP server. */
  emulator: Server;
  warnings: Warnings;
  /** Takes connections tunnelled to this emulator. */
  routeLocal(socket: Socket): void;
  /** Takes connections tunnelled to DingTalk. */
  routeDingTalk(socket: Socket): void;
  /** `host:port` of this emulator. */
  own: ReadonlySet<string>;
}

/** The proxy's HTTP server: tunnels, and requests with an absolute URL. Does not listen. */
export function serveProxy({ emulator, warnings, own, ...lead }: Deps): Server {
  const refusal = (host: string): string | undefined => {
    if (isDingTalk(host) || own.has(host)) return undefined;
    warnings.add("proxy.refused", `程序经代理访问 ${host}，已拒绝`);
    return `本地模拟器的代理只通往钉钉的接口，不通往 ${host}。`;
  };
  const server = createServer({ shouldUpgradeCallback: isWebSocket });
  server.on("connect", (request, socket: Socket, head) => {
    const refused = refusal(request.url ?? "");
    if (refused !== undefined) return refuse(socket, 403, refused);
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    if (isDingTalk(request.url ?? "")) lead.routeDingTalk(socket);
    else lead.routeLocal(socket);
  });
  server.on("request", (request, response) => {
    const refused = redirect(request, refusal);
    if (refused === undefined) emulator.emit("request", request, response);
    else response.writeHead(refused.status, { "content-type": PLAIN_TEXT }).end(refused.sentence);
  });
  server.on("upgrade", (request, socket, head) => {
    const refused = redirect(request, refusal);
    if (refused === undefined) emulator.emit("upgrade", request, socket, head);
    else refuse(socket, refused.status, refused.sentence);
  });
  return server;
}

/**
 * Serves connections tunnelled to DingTalk with the emulator. Whatever host their requests name, it is replaced by
 * one of DingTalk's, so that they never count as calls from this machine. Does not listen.
 */
export function serveDingTalk(inside: Server): Server {
  const options = { shouldUpgradeCallback: isWebSocket, keepAliveTimeout: inside.keepAliveTimeout };
  const server = createServer(options);
  const addressed = (request: IncomingMessage): void => {
    if (!isDingTalk(request.headers.host ?? "")) request.headers.host = DINGTALK_HOSTS[0];
  };
  server.on("request", (request, response) => {
    addressed(request);
    inside.emit("request", request, response);
  });
  server.on("upgrade", (request, socket, head) => {
    addressed(request);
    inside.emit("upgrade", request, socket, head);
  });
  return server;
}

const PLAIN_TEXT = "text/plain; charset=utf-8";

interface RefusedRequest {
  status: number;
  sentence: string;
}

/** Rewrites a request with an absolute URL into that for an origin server. @returns why it is refused */
function redirect(request: IncomingMessage, refusal: (host: string) => string | undefined): RefusedRequest | undefined {
  const [, host, path = ""] = request.url?.match(/^https?:\/\/([^/?#]+)(.*)$/i) ?? [];
  if (host === undefined) return { status: 400, sentence: "这里是本地模拟器的代理，网页不在这个端口。" };
  const refused = refusal(host);
  if (refused !== undefined) return { status: 403, sentence: refused };
  request.url = path.startsWith("/") ? path : `/${path}`;
  request.headers.host = host;
  return undefined;
}

function refuse(socket: Duplex, status: number, sentence: string): void {
  const length = Buffer.byteLength(sentence);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${PLAIN_TEXT}\r\nContent-Length: ${length}`;
  socket.end(`${head}\r\nConnection: close\r\n\r\n${sentence}`);
}
