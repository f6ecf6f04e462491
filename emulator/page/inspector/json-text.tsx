const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\b/gi;

/** Pretty JSON, its keys set apart from its values. */
export function JsonText({ text }: { text: string }) {
  return (
    <pre class="json">
      {[...pieces(text)].map(({ kind, words }, index) =>
        kind === "plain" ? (
          words
        ) : (
          <span key={`${index}`} class={`json-${kind}`}>
            {words}
          </span>
        ),
      )}
    </pre>
  );
}

function* pieces(text: string): Generator<{ kind: "plain" | "key" | "string" | "value"; words: string }> {
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [words, string = "", colon] = match;
    if (match.index > from) yield { kind: "plain", words: text.slice(from, match.index) };
    from = match.index + words.length;
    if (string === "") yield { kind: "value", words };
    else if (colon === undefined) yield { kind: "string", words: string };
    else {
      yield { kind: "key", words: string };
      yield { kind: "plain", words: colon };
    }
  }
  yield { kind: "plain", words: text.slice(from) };
}
