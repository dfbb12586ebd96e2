import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { stageNameProblem, type Stage } from "./edit-stages.ts";

interface AddStageProps {
  stages: readonly Stage[];
  refusal: string | undefined;
  onAdd: (name: string) => Promise<boolean>;
}

/** A new stage, at the end of the journey. */
export function AddStage({ stages, refusal, onAdd }: AddStageProps) {
  const [name, setName] = useState("");
  const [isTried, setIsTried] = useState(false);
  const problem = stageNameProblem(name, stages, null);

  async function add() {
    setIsTried(true);
    if (problem !== undefined || !(await onAdd(name))) return;
    setName("");
    setIsTried(false);
  }

  return (
    <form
      noValidate
      aria-label="New stage"
      className="flex items-start gap-2 py-3 pr-3 pl-20"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label="Name of the new stage"
          isLabelHidden
          placeholder="Another stage, such as “Regular”"
          value={name}
          maxLength={60}
          onChange={setName}
          errorMessage={isTried ? (problem ?? refusal) : undefined}
        />
      </div>
      <Button type="submit" icon={<Plus />}>
        Add stage
      </Button>
    </form>
  );
}
