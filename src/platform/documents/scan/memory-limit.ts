const HEADER_BYTES = 8;
const MEMORY_SECTION = 5;
const HAS_MAXIMUM = 1;
const PAGE_BYTES = 64 * 1024;

/**
 * A WebAssembly module whose memory grows to so many megabytes at most: what its program asks for beyond that, it does
 * not get. Such memory lies outside of a thread's own limits.
 * @throws Error for a module without one memory of its own
 */
export function withMemoryLimit(wasm: Uint8Array, megabytes: number): Uint8Array<ArrayBuffer> {
  for (let at = HEADER_BYTES; at < wasm.length; ) {
    const { value: size, next } = numberAt(wasm, at + 1);
    if (wasm[at] === MEMORY_SECTION) {
      const memory = limited(wasm.subarray(next, next + size), (megabytes * 1024 * 1024) / PAGE_BYTES);
      const section = Uint8Array.from([MEMORY_SECTION, ...bytesOf(memory.length), ...memory]);
      return joined([wasm.subarray(0, at), section, wasm.subarray(next + size)]);
    }
    at = next + size;
  }
  throw new Error("a WebAssembly module without a memory of its own cannot be limited");
}

/** The section's one memory with another maximum. */
function limited(section: Uint8Array, pages: number): number[] {
  const [count, flags = 0] = section;
  if (count !== 1 || flags > HAS_MAXIMUM) throw new Error("a WebAssembly module with another kind of memory");
  const minimum = numberAt(section, 2).value;
  return [1, HAS_MAXIMUM, ...bytesOf(minimum), ...bytesOf(Math.max(minimum, pages))];
}

/** LEB128: seven bits a byte, the lowest first. */
function numberAt(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0;
  for (let at = from, factor = 1; ; at += 1, factor *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * factor;
    if (byte < 128) return { value, next: at + 1 };
  }
}

function bytesOf(value: number): number[] {
  const rest = Math.floor(value / 128);
  return rest === 0 ? [value] : [(value % 128) + 128, ...bytesOf(rest)];
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
