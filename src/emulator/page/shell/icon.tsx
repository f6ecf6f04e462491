/** Line drawings on a 20 × 20 grid, in the color of the text around them. */
const PATHS = {
  settings: "M3 5.5h8M15 5.5h2M3 10h2M9 10h8M3 14.5h7M14 14.5h3M13 3.8v3.4M7 8.3v3.4M12 12.8v3.4",
  tools: "M3.5 15.500h13M5.500 15.500V9M10 15.500V4.500M14.500 15.500V11.500",
  back: "M12.5 4.5 7 10l5.5 5.5",
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  add: "M10 4v12M4 10h12",
  attach: "M14.8 9.2 9.6 14.4a3.2 3.2 0 0 1-4.5-4.5l6-6a2.1 2.1 0 0 1 3 3l-5.9 5.9a1 1 0 0 1-1.5-1.5l5.3-5.2",
  send: "M4 10.2 16 4.5l-3.6 11.6-2.6-4.7z",
  slash: "M12.5 4 7.5 16",
  search: "M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zM12.8 12.8 16.5 16.5",
  group:
    "M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 15.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M12.5 4.8a2.3 2.3 0 0 1 0 4.4M14 11.9c1.8.5 3 1.8 3 3.6",
  robot:
    "M10 3v2.5M5 7.5c0-1 .8-2 2-2h6c1.2 0 2 1 2 2v6c0 1.200-.8 2-2 2H7c-1.2 0-2-.8-2-2zM8 9.5v1.5M12 9.5v1.5M3 9.500v3M17 9.500v3",
  bell: "M5.500 13V9a4.500 4.500 0 0 1 9 0v4l1.500 1.500H4zM8.500 16.500h3",
  task: "M4 4h12v12H4zM7 10l2.200 2.200L13.200 8",
  letter: "M5 3.500h10v13H5zM7.500 7.500h5M7.500 10.500h5M7.500 13.500h3",
  download: "M10 4v8M6.500 9 10 12.500 13.500 9M4.500 15.500h11",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
