/** What the relay's address must be; the core checks it again. */
export function relayUrlProblem(text: string): true | string {
  if (text.trim() === "") return "Please enter the relay’s address.";
  const url = URL.parse(text.trim());
  if (!url) return "This is not an address. It looks like https://go.example.com.";
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && isHere)) return true;
  return "The relay’s address must begin with https://, or others could read and change what it hears.";
}

/** An empty key keeps the one there is. */
export function relayKeyProblem(text: string, hasKey: boolean): true | string {
  const key = text.trim();
  if (key === "")
    return hasKey || "Please paste the relay key that was shown when the relay was set up.";
  return (
    key.startsWith("dr1_") ||
    "This is not a relay key. It begins with dr1_ and was shown when the relay was set up."
  );
}
