const TITLE =
  /^(?:(?:dr|prof|mr|mrs|ms|mx|miss|herr|frau|hr|fr|m|mme|mlle|sr|sra|sig|dott|ing|dipl|mag|dhr|mevr)\.\s*|(?:herr|frau|mr|mrs|ms|miss|mme|mlle|dhr|mevr|sig\.ra)\s+)+/i;

/** "Dr. Ana Ruiz Soto" and "Ruiz Soto, Ana" are both first name Ana, last name Ruiz Soto. */
export function splitName(name: string): { firstName: string | null; lastName: string | null } {
  const bare = name.replace(TITLE, "").trim();
  const comma = /^([^,]+),\s*([^,]+)$/.exec(bare);
  if (comma)
    return {
      firstName: (comma[2] ?? "").trim() || null,
      lastName: (comma[1] ?? "").trim() || null,
    };
  const space = bare.indexOf(" ");
  if (space < 0) return { firstName: bare || null, lastName: null };
  return { firstName: bare.slice(0, space), lastName: bare.slice(space + 1).trim() || null };
}
