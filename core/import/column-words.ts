import { spellPlainly } from "#core/domain/spell-plainly.ts";
import { cleanLine } from "./clean-cell.ts";

/** What a column can be recognised as by its name alone. */
export type NamedTarget =
  | "address"
  | "first-name"
  | "last-name"
  | "full-name"
  | "time-zone"
  | "stage"
  | "tags"
  | "status"
  | "opt-out"
  | "tracking-consent"
  | "date"
  | "text"
  | "left-out";

/** Folded names (`foldHeader`) in the languages our users' tools write: en, de, fr, es, it, pt, nl, pl, cs, sv, da, fi. */
const WORDS: Readonly<Record<NamedTarget, string>> = {
  address:
    "email|e mail|mail|email address|e mail address|emailaddress|mail address|primary email|work email|" +
    "business email|contact email|email 1|e mail 1|e mail 1 value|email address 1|e mail adresse|emailadresse|" +
    "email adresse|mailadresse|e mailadresse|adresse e mail|adresse email|adresse mail|adresse electronique|" +
    "courriel|mel|correo|correo electronico|direccion de correo|direccion de correo electronico|" +
    "direccion de email|e mail cliente|indirizzo email|indirizzo e mail|indirizzo mail|posta elettronica|" +
    "endereco de email|endereco de e mail|endereco email|correio eletronico|e mailadres|emailadres|" +
    "adres e mail|adres email|adres mailowy|emailova adresa|e postadress|epost|e post|epostadress|" +
    "e mailadresse|sahkoposti|sahkopostiosoite|user email|subscriber|subscriber email|recipient",
  "first-name":
    "first name|firstname|fname|first|given name|givenname|forename|christian name|vorname|rufname|prenom|" +
    "nombre de pila|primer nombre|nome proprio|primeiro nome|voornaam|imie|jmeno|krestni jmeno|fornamn|" +
    "fornavn|etunimi|keresztnev",
  "last-name":
    "last name|lastname|lname|last|surname|family name|familyname|nachname|familienname|zuname|" +
    "nom de famille|apellido|apellidos|primer apellido|cognome|sobrenome|apelido|achternaam|familienaam|" +
    "nazwisko|prijmeni|efternamn|efternavn|etternavn|sukunimi|vezeteknev",
  "full-name":
    "name|full name|fullname|contact name|contact|display name|customer name|client name|person|vollstandiger name|" +
    "ansprechpartner|kontakt|nom complet|nom et prenom|nom prenom|nombre|nombre completo|nombre y apellidos|" +
    "nome|nome completo|nome e cognome|naam|volledige naam|imie i nazwisko|jmeno a prijmeni|namn|navn|nimi|nom",
  "time-zone":
    "time zone|timezone|tz|zeitzone|fuseau|fuseau horaire|zona horaria|huso horario|fuso orario|fuso horario|" +
    "tijdzone|strefa czasowa|casova zona|casove pasmo|tidszon|tidszone|aikavyohyke",
  stage:
    "stage|lifecycle stage|lifecycle|customer stage|journey stage|customer journey stage|funnel stage|" +
    "lead stage|phase|kundenphase|lebenszyklus|etape|etapa|fase|etap|stadium|ciclo de vida",
  tags:
    "tag|tags|label|labels|contact tags|schlagwort|schlagworte|schlagworter|stichworte|stichworter|etikett|" +
    "etiketten|etiquette|etiquettes|mots cles|etiqueta|etiquetas|etichetta|etichette|tagi|etykiety|stitky|taggar",
  status:
    "status|subscription status|email status|e mail status|subscription|subscribed|is subscribed|" +
    "marketing status|email marketing status|opt in|optin|opted in|opt in status|newsletter|newsletter status|" +
    "newsletter abonniert|abonniert|accepts marketing|accepts email marketing|email marketing consent|" +
    "email permission status|abo status|anmeldestatus|abonnement|statut|abonne|inscrit|estado|suscrito|" +
    "situacao|inscrito|stato|iscritto|ingeschreven|subskrypcja|stav|prenumerant",
  "opt-out":
    "unsubscribed|is unsubscribed|opt out|optout|opted out|email opt out|has opted out of email|do not email|" +
    "do not mail|do not contact|no email|abgemeldet|abbestellt|werbesperre|desabonne|desinscrit|" +
    "dado de baja|baja|disiscritto|cancellato|descadastrado|uitgeschreven|afgemeld|wypisany|odhlaseno",
  "tracking-consent":
    "tracking consent|tracking|allow tracking|tracking allowed|consent to tracking|tracking einwilligung|" +
    "einwilligung tracking|tracking erlaubt|consentement suivi|consentement au suivi|" +
    "consentimiento de seguimiento|consenso tracciamento|consentimento de rastreamento|" +
    "toestemming tracking|zgoda na sledzenie",
  date:
    "date|birthday|date of birth|birth date|birthdate|dob|geburtstag|geburtsdatum|date de naissance|" +
    "anniversaire|fecha de nacimiento|cumpleanos|data di nascita|compleanno|data de nascimento|aniversario|" +
    "geboortedatum|verjaardag|data urodzenia|urodziny|signup date|sign up date|signed up|created|created at|" +
    "created on|date added|joined|join date|customer since|last order|last purchase|last contact|" +
    "anmeldedatum|registriert am|erstellt am|kunde seit|date d inscription|date de creation|" +
    "fecha de alta|fecha de registro|data iscrizione|data di registrazione|data de cadastro|" +
    "aanmelddatum|data rejestracji",
  text:
    "phone|phone number|telephone|tel|mobile|mobile phone|cell|cell phone|fax|telefon|telefonnummer|handy|" +
    "mobil|mobilnummer|telefono|movil|cellulare|celular|telefone|telefoon|telefoonnummer|mobiel|" +
    "numer telefonu|portable|zip|zip code|zipcode|postal code|postcode|post code|plz|postleitzahl|" +
    "code postal|codigo postal|cap|cep|kod pocztowy|psc|id|customer id|contact id|customer number|" +
    "kundennummer|kunden nr|company|firma|city|ort|stadt|country|land|notes|address|adresse|street|strasse",
  "left-out": "row in the original file|why it was left out",
};

const targetByWord: ReadonlyMap<string, NamedTarget> = new Map(
  (Object.entries(WORDS) as [NamedTarget, string][]).flatMap(([target, words]) =>
    words.split("|").map((word): [string, NamedTarget] => [word, target]),
  ),
);

/** A column's name without case, accents and punctuation: "E-Mail_Adresse (privat)" is "e mail adresse privat". */
export function foldHeader(header: string): string {
  return spellPlainly(cleanLine(header).replace(/([a-z])([A-Z])/g, "$1 $2"))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What a column's name says it is; null where the name says nothing. */
export function readHeader(header: string): NamedTarget | null {
  const folded = foldHeader(header);
  return targetByWord.get(folded) ?? targetByWord.get(folded.replaceAll(" ", "")) ?? null;
}

export function isHeaderWord(cell: string): boolean {
  return cell.length <= 60 && readHeader(cell) !== null;
}
