interface Named {
  readonly address: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** What a contact is called in a list: the name, else the address. A deleted contact has neither. */
export function personName({ address, firstName, lastName }: Named): string {
  const name = [firstName, lastName].filter((part) => part !== null && part !== "").join(" ");
  return name || (address ?? "Deleted contact");
}
