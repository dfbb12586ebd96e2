import { Stat, StatRow } from "../../ui/stat.tsx";
import { type Counts, countWords, formatCount } from "./import-words.ts";

/** The numbers of a dry run or a result side by side. */
export function CountsRow({ counts }: { counts: Counts }) {
  return (
    <StatRow>
      <Stat
        label="Rows"
        value={formatCount(counts.rows)}
        hint="Rows of the file below its column names, blank ones left out."
      />
      {countWords.map(({ key, label, meaning }) => (
        <Stat key={key} label={label} value={formatCount(counts[key])} hint={meaning} />
      ))}
    </StatRow>
  );
}
