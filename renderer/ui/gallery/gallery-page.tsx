import { ButtonSection } from "./button-section.tsx";
import { ChoiceSection } from "./choice-section.tsx";
import { FieldSection } from "./field-section.tsx";
import { LayoutSection, PageSection } from "./layout-section.tsx";
import { OverlaySection } from "./overlay-section.tsx";
import { SignSection } from "./sign-section.tsx";

/** Every part of `ui/` in its states, at `#/gallery`; works without the core. */
export function GalleryPage() {
  return (
    <main className="h-full overflow-auto bg-surface" tabIndex={-1}>
      <div className="mx-auto flex max-w-5xl flex-col gap-12 px-8 py-10">
        <PageSection />
        <ButtonSection />
        <FieldSection />
        <ChoiceSection />
        <OverlaySection />
        <SignSection />
        <LayoutSection />
      </div>
    </main>
  );
}
