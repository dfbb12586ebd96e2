/** How long after entering a campaign reaching the goal still counts. */
export function windowWords(days: number): string {
  return `within ${days === 1 ? "1 day" : `${days.toLocaleString("en-GB")} days`}`;
}

/** What one person who reaches it is worth, in the owner's own currency; nothing is said of nothing. */
export function valueWords(cents: number): string {
  if (cents === 0) return "—";
  return (cents / 100).toLocaleString("en-GB", {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
}

/** A typed amount as whole cents; an empty field is nothing. */
export function centsOf(amount: number): number {
  return Number.isFinite(amount) && amount > 0 ? Math.round(amount * 100) : 0;
}
