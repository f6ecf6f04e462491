/** A refusal of the control interface: `{"error":{"code","message"}}` with this status. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (code: string, message: string): ControlError => new ControlError(404, code, message);
export const conflict = (code: string, message: string): ControlError => new ControlError(409, code, message);
export const badRequest = (code: string, message: string): ControlError => new ControlError(400, code, message);
