/** The subset of WebAssembly that the schema engine needs; TypeScript declares it only in the DOM library. */
declare const WebAssembly: {
  instantiate(
    code: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};
