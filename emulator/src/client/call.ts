/** An error reply of the control interface. `message` is its sentence. */
export class ControlCallError extends Error {
  override readonly name = "ControlCallError";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * One call of the control interface: GET without a body, otherwise POST of JSON or of a multipart form.
 * @param path below `/_emulator`
 * @throws ControlCallError, or TypeError when the emulator is not reachable
 */
export type Call = <Reply>(path: string, body?: object, method?: "DELETE") => Promise<Reply>;

/** @param url where the emulator listens, for example `http://127.0.0.1:3100` */
export function makeCall(url: string): Call {
  const base = `${url.replace(/\/$/, "")}/_emulator`;
  return async <Reply>(path: string, body?: object, method?: "DELETE") => {
    const reply = await fetch(`${base}${path}`, method === undefined ? requestOf(body) : { method });
    const text = await reply.text();
    if (!reply.ok) throw errorOf(path, reply.status, text);
    // Parse boundary: the server is made from the same contract.
    return (text === "" ? undefined : JSON.parse(text)) as Reply;
  };
}

function requestOf(body: object | undefined): RequestInit {
  if (body === undefined) return {};
  if (body instanceof FormData) return { method: "POST", body };
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

function errorOf(path: string, status: number, text: string): ControlCallError {
  if (status === 413) return new ControlCallError(status, "tooLarge", "文件超过64 MB，模拟器不接收。");
  const plain = `模拟器拒绝了这一操作（${status}）：${path} ${text.slice(0, 300)}`;
  try {
    const { error } = JSON.parse(text) as { error?: { code?: string; message?: string } };
    return new ControlCallError(status, error?.code ?? "", error?.message ?? plain);
  } catch {
    return new ControlCallError(status, "", plain);
  }
}
