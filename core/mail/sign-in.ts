import { createHmac } from "node:crypto";
import { said, type SmtpDialogue, type SmtpReply } from "./smtp-dialogue.ts";
import { StageFailed } from "./stage-failed.ts";

interface Credentials {
  readonly user: string | null;
  readonly password: string | null;
  readonly security: "tls" | "starttls" | "none";
}

/** Tries user and password with the first method both sides know. Throws `StageFailed` with what to do. */
export async function signIn(
  { user, password, security }: Credentials,
  dialogue: SmtpDialogue,
  offers: string,
): Promise<{ readonly text: string; readonly value: undefined }> {
  const methods = /^AUTH[ =](.*)$/imu.exec(offers)?.[1]?.trim().toUpperCase().split(/\s+/u) ?? [];
  if (methods.length === 0)
    throw new StageFailed(
      security === "none"
        ? "The server takes no password on an open connection. Choose STARTTLS or TLS."
        : "The server takes no password here. Leave the user empty, or ask your provider for the right port.",
    );
  if (!password) throw new StageFailed("There is no password yet. Please enter it.");
  const reply = await trySignIn(dialogue, methods, user ?? "", password);
  if (reply === undefined)
    throw new StageFailed(
      `The server wants a way of signing in that Dripline does not know (${methods.join(", ")}).`,
    );
  if (reply.code !== 235) throw new StageFailed(signInAdvice(reply));
  return { text: "User and password are right.", value: undefined };
}

/** The answer to the last word of the sign-in; undefined where no method is shared. */
async function trySignIn(
  dialogue: SmtpDialogue,
  methods: readonly string[],
  user: string,
  password: string,
): Promise<SmtpReply | undefined> {
  if (methods.includes("PLAIN"))
    return dialogue.ask(`AUTH PLAIN ${base64(`\u0000${user}\u0000${password}`)}`);
  if (methods.includes("LOGIN")) {
    const first = await dialogue.ask("AUTH LOGIN");
    if (first.code !== 334) return first;
    const second = await dialogue.ask(base64(user));
    return second.code === 334 ? dialogue.ask(base64(password)) : second;
  }
  if (!methods.includes("CRAM-MD5")) return undefined;
  const challenge = await dialogue.ask("AUTH CRAM-MD5");
  if (challenge.code !== 334) return challenge;
  const digest = createHmac("md5", password).update(Buffer.from(challenge.text, "base64"));
  return dialogue.ask(base64(`${user} ${digest.digest("hex")}`));
}

/** What owners of mailboxes at the big providers have to do; the codes are those of their own texts. */
function signInAdvice(reply: SmtpReply): string {
  if (/5\.7\.9\b|application-specific/iu.test(reply.text))
    return `The provider wants an app password instead of your own: make one in your account's security settings and enter it here. It said ${said(reply)}`;
  if (/5\.7\.139|5\.7\.30\b|smtpclientauthentication|basic authentication/iu.test(reply.text))
    return `The provider has switched off signing in by password (SMTP AUTH) for this mailbox. Whoever administers it can switch it on. It said ${said(reply)}`;
  if (/too many/iu.test(reply.text))
    return `The provider saw too many sign-ins. Wait an hour, then try again. It said ${said(reply)}`;
  if (reply.code < 500)
    return `The server could not check the password just now. Try again later. It said ${said(reply)}`;
  return `The server did not accept user and password. Check both; some providers want an app password. It said ${said(reply)}`;
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
