import { PlatformError } from "../platform/errors.ts";

/** Card calls refuse with 400 and a code of their own. */
export const refusal = (code: string, message: string): PlatformError => new PlatformError(400, code, message);
