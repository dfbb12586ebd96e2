import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";

export type Theme = "system" | "light" | "dark";

interface ThemeStore {
  readonly theme: Theme;
  setTheme: (theme: Theme) => void;
}

export const useThemeStore = create<ThemeStore>()(
  persist(
    (set) => ({
      theme: "system",
      setTheme: (theme) => {
        set({ theme });
      },
    }),
    { name: "dripline-theme", storage: createJSONStorage(() => localStorage) },
  ),
);

/** Writes the choice on <html>, where the tokens read it, now and after each change. */
export function applyTheme(): void {
  const write = ({ theme }: ThemeStore): void => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  };
  write(useThemeStore.getState());
  useThemeStore.subscribe(write);
}
