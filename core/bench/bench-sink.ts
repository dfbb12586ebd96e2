// A mail server in a process of its own, so that its work is not counted as ours. Prints its port.
import { startSmtpSink } from "../practice/smtp-sink.ts";

const sink = await startSmtpSink({ onMail: () => undefined });
console.log(sink.port);
process.on("SIGTERM", () => void sink.close().then(() => process.exit(0)));
