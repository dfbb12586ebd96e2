import { Banner } from "../../ui/banner.tsx";

interface RefusalBannerProps {
  error: { readonly message: string } | null | undefined;
  title?: string;
}

/** Why something was not done, beside what asked for it. */
export function RefusalBanner({ error, title = "This could not be saved" }: RefusalBannerProps) {
  if (!error) return null;
  return (
    <Banner tone="bad" title={title} isUrgent>
      {error.message}
    </Banner>
  );
}
