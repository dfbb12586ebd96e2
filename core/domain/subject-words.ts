import { LIQUID, mergeTagsIn } from "./merge-tag.ts";

/** A subject for people: `{{ contact.first_name | default: "there" }}` reads “{first name}”. */
export function subjectWords(subject: string): string {
  return subject
    .replaceAll(LIQUID, (piece) => {
      const [tag] = mergeTagsIn(piece);
      const name = tag?.path.split(".").at(-1);
      return name ? `{${name.replaceAll("_", " ")}}` : "";
    })
    .trim();
}
