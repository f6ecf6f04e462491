import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { isWebSocket } from "../gateway/is-web-socket.ts";
import { isDingTalk } from "./hosts.ts";
import { makeTunnel, type TunnelDeps } from "./tunnel.ts";

export interface ProxyOptions extends TunnelDeps {
  /** 0 picks a free one. */
  port: number;
  /** `host:port` of the emulator, which it names in its own replies: clients may ask for that by the proxy as well. */
  ownHost: string;
}

export interface RunningProxy {
  url: string;
  caFile: string;
  close(): Promise<void>;
}

/**
 * An HTTP proxy on loopback for programs with DingTalk's hosts built in: everything for those ends in the emulator,
 * everything else is refused, so that nothing leaves the machine.
 * @throws when the port is taken
 */
export async function startProxy({ port, ownHost, ...deps }: ProxyOptions): Promise<RunningProxy> {
  const { inside, warnings, certificate } = deps;
  const enter = makeTunnel(deps);
  const tunnels = new Set<Socket>();
  const refusal = (host: string): string | undefined => {
    if (isDingTalk(host) || host === ownHost || host === ownHost.replace("127.0.0.1", "localhost")) return undefined;
    warnings.add("proxy.refused", `程序经代理访问 ${host}，已拒绝`);
    return `本地模拟器的代理只通往钉钉的接口，不通往 ${host}。`;
  };
  const server = createServer({ shouldUpgradeCallback: isWebSocket });
  server.on("connect", (request, socket: Socket, head) => {
    socket.on("error", () => {});
    const refused = refusal(request.url ?? "");
    if (refused !== undefined) return refuse(socket, 403, refused);
    tunnels.add(socket.once("close", () => tunnels.delete(socket)));
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    enter(socket);
  });
  server.on("request", (request, response) => {
    const refused = redirect(request, refusal);
    if (refused === undefined) inside.emit("request", request, response);
    else response.writeHead(refused.status, { "content-type": PLAIN_TEXT }).end(refused.sentence);
  });
  server.on("upgrade", (request, socket, head) => {
    const refused = redirect(request, refusal);
    if (refused === undefined) inside.emit("upgrade", request, socket, head);
    else refuse(socket, refused.status, refused.sentence);
  });
  await listen(server, port);
  const close = async (): Promise<void> => {
    for (const socket of tunnels) socket.destroy();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${taken}`, caFile: certificate.caFile, close };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new Error("代理的端口不可用，请用 PROXY_PORT 指定另一个端口。", { cause });
  }
}

const PLAIN_TEXT = "text/plain; charset=utf-8";

interface Refused {
  status: number;
  sentence: string;
}

/** Makes of a request with a whole address the one that a server gets. @returns why not */
function redirect(request: IncomingMessage, refusal: (host: string) => string | undefined): Refused | undefined {
  const [, host, path = ""] = request.url?.match(/^https?:\/\/([^/?#]+)(.*)$/i) ?? [];
  if (host === undefined) return { status: 400, sentence: "这里是本地模拟器的代理，网页不在这个端口。" };
  const refused = refusal(host);
  if (refused !== undefined) return { status: 403, sentence: refused };
  request.url = path.startsWith("/") ? path : `/${path}`;
  request.headers.host = host;
  return undefined;
}

function refuse(socket: Duplex, status: number, sentence: string): void {
  socket.on("error", () => {});
  const length = Buffer.byteLength(sentence);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${PLAIN_TEXT}\r\nContent-Length: ${length}`;
  socket.end(`${head}\r\nConnection: close\r\n\r\n${sentence}`);
}
