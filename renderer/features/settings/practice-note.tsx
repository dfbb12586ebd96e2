import { Store } from "lucide-react";
import { setWorld } from "../../client/world.ts";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

interface PracticeNoteProps {
  title: string;
  icon: React.ReactNode;
  children: string;
}

/** Says that a setting is of the real world alone, and leads to what takes its place. */
export function PracticeNote({ title, icon, children }: PracticeNoteProps) {
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <>
          <ButtonLink href="/practice">Open the practice inbox</ButtonLink>
          <Button
            variant="primary"
            icon={<Store />}
            onPress={() => {
              setWorld("real");
            }}
          >
            Switch to real
          </Button>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
