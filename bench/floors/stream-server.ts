// The least a stream peer can do, in a process of its own: node bench/floors/stream-server.ts <echo|ack|durable> [database]
import { createHash } from "node:crypto";
import pg from "pg";
import { WebSocketServer } from "ws";
import { INSERT_EVENT } from "./sql.ts";

type Answer = (text: string) => string | Promise<string>;

const parseAndAck = (text: string): { ack: string; messageId: string; data: unknown } => {
  const frame = JSON.parse(text);
  const { messageId } = frame.headers;
  const headers = { contentType: "application/json", messageId };
  const ack = JSON.stringify({ code: 200, headers, message: "OK", data: JSON.stringify({ response: null }) });
  return { ack, messageId, data: JSON.parse(frame.data) };
};

function answerOf(kind: string, databaseUrl: string | undefined): Answer {
  if (kind === "echo") return (text) => text;
  if (kind === "ack") return (text) => parseAndAck(text).ack;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  return async (text) => {
    const { ack, messageId, data } = parseAndAck(text);
    const key = createHash("sha256").update(messageId).digest("hex");
    await pool.query(INSERT_EVENT, [key, JSON.stringify(data)]);
    return ack;
  };
}

const answer = answerOf(process.argv[2] ?? "echo", process.argv[3]);
const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false }, () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  console.log(JSON.stringify({ ready: "floor", url: `ws://127.0.0.1:${port}` }));
});
server.on("connection", (socket) => {
  socket.on("message", async (data) => socket.send(await answer(data.toString())));
});
