import { Search, X } from "lucide-react";
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from "react-aria-components";
import { classes } from "./classes.ts";
import { inputClasses } from "./field.tsx";

export interface SearchFieldProps extends Omit<
  AriaSearchFieldProps,
  "children" | "className" | "style" | "aria-label"
> {
  /** Read out; also the placeholder. */
  label: string;
}

/** A search box with a clear button; Escape empties it: `<SearchField label="Search contacts" value onChange />`. */
export function SearchField({ label, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...rest}
      aria-label={label}
      className="group relative flex w-64 min-w-0 items-center"
    >
      <Search className="pointer-events-none absolute left-2.5 size-4 text-ink-faint" aria-hidden />
      <Input
        placeholder={label}
        className={classes(inputClasses, "h-8 px-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      <Button className="absolute right-1 grid size-6 place-items-center rounded-sm text-ink-soft group-data-empty:hidden data-hovered:bg-hover">
        <X className="size-3.5" aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
