import type { Server } from "node:http";
import type { Socket } from "node:net";
import { createServer, type Server as TlsServer } from "node:tls";
import type { Warnings } from "../instruments/warnings.ts";
import type { StoredCertificate } from "./stored-certificate.ts";

export interface RouteConnectionDeps {
  /** The server that decrypted connections are passed to. */
  emulator: Server;
  certificate: StoredCertificate;
  warnings: Warnings;
}

/** The first byte of a TLS handshake record; no HTTP request starts with it. */
const TLS_HANDSHAKE = 22;

/** Passes a connection on: a TLS one to the emulator, a plain one to the given server. */
export function makeConnectionRouter({
  emulator,
  certificate,
  warnings,
}: RouteConnectionDeps): (socket: Socket, plain: Server) => void {
  const secure = makeTlsServer(certificate, warnings);
  secure.on("secureConnection", (stream) => emulator.emit("connection", stream));
  const route = (socket: Socket, plain: Server): void => {
    const first: Buffer | null = socket.read(1);
    if (first === null) {
      socket.once("readable", () => route(socket, plain));
      return;
    }
    socket.unshift(first);
    (first[0] === TLS_HANDSHAKE ? secure : plain).emit("connection", socket);
  };
  return route;
}

/** Does not listen: connections are passed to it. */
function makeTlsServer({ certificate, key, caFile }: StoredCertificate, warnings: Warnings): TlsServer {
  const server = createServer({ cert: certificate, key });
  const untrusted = (error: NodeJS.ErrnoException): void => {
    if (!error.code?.startsWith("ERR_SSL_")) return;
    warnings.add("proxy.untrusted", `程序与代理握手失败（${error.code}）；请让该程序信任 ${caFile}`);
  };
  server.on("tlsClientError", untrusted);
  // A client that does not trust the certificate may report it only after the handshake.
  server.on("secureConnection", (stream) => stream.once("error", untrusted));
  return server;
}
