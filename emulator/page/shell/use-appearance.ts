import { useEffect } from "preact/hooks";
import { useStore } from "../state/context.ts";

/** Sets theme, text size and device on the root element, where the styles read them. */
export function useAppearance(): void {
  const { theme, textSize, device } = useStore().preferences.current.value;
  useEffect(() => {
    const prefersDark = matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
      const { dataset } = document.documentElement;
      dataset.theme = theme === "auto" ? (prefersDark.matches ? "dark" : "light") : theme;
      dataset.text = textSize;
      dataset.device = device;
    };
    apply();
    prefersDark.addEventListener("change", apply);
    return () => prefersDark.removeEventListener("change", apply);
  }, [theme, textSize, device]);
}
