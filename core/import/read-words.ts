import { spellPlainly } from "#core/domain/spell-plainly.ts";
import type { ContactStatus } from "#core/domain/contact.ts";

const YES = wordSet(
  "yes y true t on x ja j wahr oui o vrai si s sim verdadeiro vero verdadero tak prawda ano da igen kylla checked 1 ✓ ✔ ☑",
);
const NO = wordSet(
  "no n false f off nein falsch non faux nao nie nee falso falsz ne nej nem ei onwaar unchecked 0 ✗ ✘ ☐",
);

/** Yes or no in the languages of the column names; null where it is neither. */
export function readBoolean(text: string): boolean | null {
  const word = spellPlainly(text).trim();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

const STATUS_WORDS: Readonly<Record<ContactStatus, string>> = {
  subscribed:
    "subscribed|subscriber|active|enabled|confirmed|opted in|opt in|optin|opted-in|opt-in|double opt-in|" +
    "single opt-in|implicitly granted|express|valid|angemeldet|abonniert|aktiv|bestatigt|abonne|inscrit|actif|" +
    "suscrito|activo|alta|iscritto|attivo|inscrito|ativo|ingeschreven|actief|aangemeld|zapisany|aktywny|" +
    "prihlaseny|odebira",
  unsubscribed:
    "unsubscribed|unsubscribe|opted out|opt out|optout|opted-out|opt-out|do not contact|do not mail|" +
    "removed|suppressed|blocklisted|blacklisted|blocked|abgemeldet|abbestellt|gesperrt|desabonne|desinscrit|" +
    "desuscrito|baja|dado de baja|cancelado|disiscritto|cancellato|descadastrado|desinscrito|" +
    "uitgeschreven|afgemeld|wypisany|odhlaseny|deregistered|inactive|inaktiv|inactif|inactivo|inattivo|disabled",
  bounced:
    "bounced|bounce|hard bounce|hard bounced|hardbounce|cleaned|undeliverable|undelivered|invalid|" +
    "unzustellbar|non distribue|rebotado|rebote|respinto|rimbalzato|devolvido|onbestelbaar|odbity|zwrot",
  complained:
    "complained|complaint|complainer|spam|spam complaint|marked as spam|reported spam|abuse|" +
    "beschwerde|plainte|queja|reclamo|reclamacao|klacht|skarga",
  unconfirmed:
    "unconfirmed|pending|not confirmed|awaiting confirmation|non-subscribed|non subscribed|nonsubscribed|" +
    "not subscribed|never subscribed|transactional|unbestatigt|ausstehend|en attente|non confirme|pendiente|" +
    "sin confirmar|in attesa|pendente|niet bevestigd|in afwachting|niepotwierdzony|oczekujacy",
  archived:
    "archived|deleted|archiviert|geloscht|archive|archivado|archiviato|arquivado|gearchiveerd|zarchiwizowany",
};

const statusByWord: ReadonlyMap<string, ContactStatus> = new Map(
  (Object.entries(STATUS_WORDS) as [ContactStatus, string][]).flatMap(([status, words]) =>
    words.split("|").map((word): [string, ContactStatus] => [word, status]),
  ),
);

/**
 * A subscription status in words, or as a yes or no to the question the column asks: in a column of
 * opt-outs, yes means unsubscribed. A no to "subscribed?" counts as an unsubscribe, because nobody may
 * be mailed on a guess. Null where it cannot be told.
 */
export function readStatus(text: string, column: { isOptOut: boolean }): ContactStatus | null {
  const word = spellPlainly(text)
    .replace(/[\s_]+/g, " ")
    .trim();
  const answer = readBoolean(word);
  if (answer !== null) return answer === column.isOptOut ? "unsubscribed" : "subscribed";
  return statusByWord.get(word) ?? null;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
