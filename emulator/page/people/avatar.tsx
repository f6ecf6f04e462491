import { Icon, type IconName } from "../shell/icon.tsx";

const HUES = 8;

/**
 * The last two characters of a name on a color derived from it; groups, the bot and pseudo conversations have an
 * icon.
 */
export function Avatar({ name, icon, small = false }: { name: string; icon?: IconName; small?: boolean }) {
  const hue = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;
  return (
    <span class={`avatar ${icon ?? `hue-${hue}`}${small ? " small" : ""}`} aria-hidden="true">
      {icon === undefined ? shortName(name) : <Icon name={icon} />}
    </span>
  );
}

/** 柯桥区经办人1 and 柯桥区经办人2 must differ: a trailing number stays. */
function shortName(name: string): string {
  const numbered = /^(\p{Script=Han}).*?(\d+)$/u.exec(name);
  return numbered === null ? [...name].slice(-2).join("") : `${numbered[1]}${numbered[2]}`;
}
