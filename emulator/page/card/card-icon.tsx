/** Line drawings for the platform's icons used in its examples, by a part of their name; the first match applies. */
const SHAPES: readonly (readonly [string, string])[] = [
  ["dislike", "M6.500 4v8M6.500 4h7l2 5.500h-4l.5 5-2-.5-3-4M4 4h2.500v7H4z"],
  ["like", "M6.500 16V8M6.500 16h7l2-5.500h-4l.5-5-2 .5-3 4M4 9h2.500v7H4z"],
  ["close", "M5.500 5.500l9 9M14.500 5.500l-9 9"],
  ["refuse", "M5.500 5.500l9 9M14.500 5.500l-9 9"],
  ["accept", "M4.500 10.500l3.500 3.500 7.500-8"],
  ["check", "M4.500 10.500l3.500 3.500 7.500-8"],
  ["copy", "M7 7h9v9H7zM4 13V4h9"],
  ["question", "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8.200a2 2 0 1 1 2.800 1.800c-.5.3-.8.6-.8 1.300M10 13.600v.2"],
  ["calendar", "M4 5h12v11H4zM4 8.500h12M7.500 3.500v3M12.500 3.500v3"],
  ["compile", "M4.500 15.500l.8-3 7.700-7.700 2.200 2.200-7.700 7.700z"],
  ["share", "M10 12V4M6.500 7.500 10 4l3.500 3.500M5 11v5h10v-5"],
  ["downarrow", "M5 7.500l5 5 5-5"],
  ["rightarrow", "M7.500 5l5 5-5 5"],
];

const OTHER = "M10 15.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11z";

/** An icon of the platform's set; an unknown one is a ring. Its meaning is in the text beside it. */
export function CardIcon({ name }: { name: string }) {
  const known = name.toLowerCase();
  const path = SHAPES.find(([part]) => known.includes(part))?.[1] ?? OTHER;
  return (
    <svg class="icon card-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
