import { describe, expect, test } from "vitest";
import { fileInMemory } from "./file-source.ts";
import { inspectFile } from "./inspect-file.ts";
import type { InspectedFile } from "./inspect-file.ts";
import type { Known } from "./columns.ts";

const stages = ["Stranger", "Visitor", "Lead", "Customer", "Promoter"];

function inspect(text: string, known: Known = { fields: [], stages }): Promise<InspectedFile> {
  return inspectFile(fileInMemory(new TextEncoder().encode(text)), known);
}

/** "header: target" for each column; a field with its key and type. */
function targets(file: InspectedFile): string[] {
  return file.columns.map(({ header, target }) =>
    target.kind === "field"
      ? `${header}: ${target.key} ${target.type}`
      : `${header}: ${target.kind}`,
  );
}

describe("Columns are recognised", () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    [
      "in English",
      "Email Address,First Name,Last Name,Tags,Timezone\nana@example.com,Ana,Ruiz,a,Europe/Madrid",
      [
        "Email Address: address",
        "First Name: first-name",
        "Last Name: last-name",
        "Tags: tags",
        "Timezone: time-zone",
      ],
    ],
    [
      "in German, where Name beside Vorname is the surname",
      "Vorname;Name;E-Mail-Adresse;Straße;PLZ\nAna;Ruiz;ana@example.com;Hauptstr. 1;01234",
      [
        "Vorname: first-name",
        "Name: last-name",
        "E-Mail-Adresse: address",
        "Straße: strasse text",
        "PLZ: plz text",
      ],
    ],
    [
      "in French",
      "Prénom;Nom;Courriel;Étiquettes\nAna;Ruiz;ana@example.com;a",
      ["Prénom: first-name", "Nom: last-name", "Courriel: address", "Étiquettes: tags"],
    ],
    [
      "in Spanish",
      "Nombre;Apellidos;Correo electrónico;Zona horaria\nAna;Ruiz;ana@example.com;Europe/Madrid",
      [
        "Nombre: first-name",
        "Apellidos: last-name",
        "Correo electrónico: address",
        "Zona horaria: time-zone",
      ],
    ],
    [
      "in Italian",
      "Nome;Cognome;Indirizzo e-mail\nAna;Ruiz;ana@example.com",
      ["Nome: first-name", "Cognome: last-name", "Indirizzo e-mail: address"],
    ],
    [
      "in Portuguese",
      "Nome completo;Endereço de e-mail;Etiquetas\nAna Ruiz;ana@example.com;a",
      ["Nome completo: full-name", "Endereço de e-mail: address", "Etiquetas: tags"],
    ],
    [
      "in Dutch",
      "Voornaam;Achternaam;E-mailadres;Tijdzone\nAna;Ruiz;ana@example.com;Europe/Amsterdam",
      [
        "Voornaam: first-name",
        "Achternaam: last-name",
        "E-mailadres: address",
        "Tijdzone: time-zone",
      ],
    ],
    [
      "in Polish",
      "Imię;Nazwisko;Adres e-mail;Strefa czasowa\nAna;Ruiz;ana@example.com;Europe/Warsaw",
      [
        "Imię: first-name",
        "Nazwisko: last-name",
        "Adres e-mail: address",
        "Strefa czasowa: time-zone",
      ],
    ],
    [
      "by what stands in them",
      "Who,Where,When\nana@example.com,America/New_York,2026-05-03",
      ["Who: address", "Where: time-zone", "When: when date"],
    ],
    [
      "when a postal address is called address",
      "Address,Mail\n1 High Street,ana@example.com",
      ["Address: address_2 text", "Mail: address"],
    ],
    [
      "with a second e-mail column as a field",
      "Email,Email 2\nana@example.com,ana@example.org",
      ["Email: address", "Email 2: email_2 text"],
    ],
    [
      "with stages by their names",
      "Email,Status,Level\nana@example.com,unsubscribed,lead\nken@example.com,active,Customer",
      ["Email: address", "Status: status", "Level: stage"],
    ],
    [
      "with a status that is about something else as a field",
      "Email,Status\nana@example.com,in negotiation\nken@example.com,won",
      ["Email: address", "Status: status text"],
    ],
    [
      "with an opt-out as a status",
      "Email,Unsubscribed\nana@example.com,yes\nken@example.com,no",
      ["Email: address", "Unsubscribed: status"],
    ],
    [
      "with a consent to tracking",
      "Email,Tracking consent\nana@example.com,yes\nken@example.com,no",
      ["Email: address", "Tracking consent: tracking-consent"],
    ],
    [
      "with numbers, yes and no, dates, and codes as text",
      "Email,Seats,VIP,Born,Phone,Zip\na@example.com,3,yes,1.5.1980,+49 221 1,01234\nb@example.com,12,no,2.5.1980,0221,50667",
      [
        "Email: address",
        "Seats: seats number",
        "VIP: vip boolean",
        "Born: born date",
        "Phone: phone text",
        "Zip: zip text",
      ],
    ],
    [
      "with empty columns left out",
      "Email,,Region\nana@example.com,,",
      ["Email: address", "Column 2: skip", "Region: skip"],
    ],
    [
      "with columns of the same name told apart",
      "Email,Note,Note\nana@example.com,a,b",
      ["Email: address", "Note: note text", "Note: note_2 text"],
    ],
    [
      "with names of no Latin letters",
      "メール,会社\nana@example.com,例社",
      ["メール: address", "会社: field text"],
    ],
  ];
  test.each(cases)("%s", async (_name, text, expected) => {
    expect(targets(await inspect(text))).toEqual(expected);
  });

  test("as fields that are there already", async () => {
    const known = { stages, fields: [{ key: "firm", label: "Company", type: "text" as const }] };
    expect(targets(await inspect("E-Mail,COMPANY\nana@example.com,Acme", known))).toEqual([
      "E-Mail: address",
      "COMPANY: firm text",
    ]);
  });
});

describe("The layout is found", () => {
  const cases: [name: string, text: string, expected: Partial<InspectedFile>][] = [
    ["with commas", "Email,City\nana@example.com,Bonn", { delimiter: ",", headerRow: 1 }],
    ["with semicolons", "Email;City\nana@example.com;Bonn", { delimiter: ";", headerRow: 1 }],
    ["with tabs", "Email\tCity\nana@example.com\tBonn", { delimiter: "\t", headerRow: 1 }],
    ["with bars", "Email|City\nana@example.com|Bonn", { delimiter: "|", headerRow: 1 }],
    [
      "with commas inside names",
      "Name;Email\nRuiz, Ana;ana@example.com\nBerg, Ken;ken@example.com",
      { delimiter: ";" },
    ],
    [
      "with semicolons inside quotes",
      'Email,Tags\nana@example.com,"a;b;c"\nken@example.com,"d;e;f"',
      { delimiter: "," },
    ],
    [
      "with one column",
      "Email\nana@example.com\nken@example.com",
      { columnCount: 1, headerRow: 1 },
    ],
    [
      "with titles above the header",
      "Customers 2026\n\nEmail,City\nana@example.com,Bonn",
      { headerRow: 3, columnCount: 2 },
    ],
    [
      "with a remark of many commas above",
      "a, b, c\nEmail,City,Name\nana@example.com,Bonn,Ana",
      { headerRow: 2 },
    ],
    [
      "without a header",
      "ana@example.com,Bonn\nken@example.com,Köln",
      { headerRow: 0, hasHeader: false },
    ],
    [
      "with a first row that is bad",
      "Email,City\nnot-an-address,Bonn\nken@example.com,Köln",
      { headerRow: 1 },
    ],
    [
      "with a spreadsheet's hint",
      "sep=;\nEmail;City\nana@example.com;Bonn",
      { delimiter: ";", headerRow: 2 },
    ],
    [
      "with a hint and no header",
      "sep=;\nana@example.com;Bonn",
      { delimiter: ";", headerRow: 1, hasHeader: false },
    ],
    [
      "with more cells than the header names",
      "Email,City\nana@example.com,Bonn,x\nken@example.com,Köln,y",
      { columnCount: 3 },
    ],
    ["with not one good address", "Email,City\nana,Bonn", { headerRow: 1 }],
  ];
  test.each(cases)("%s", async (_name, text, expected) => {
    expect(await inspect(text)).toMatchObject(expected);
  });
});

describe("Dates of a column are told apart", () => {
  const cases: [name: string, text: string, order: string, isNoted: boolean][] = [
    [
      "by one day past the twelfth",
      "Email,Joined\na@example.com,03/04/2026\nb@example.com,25/04/2026",
      "day-first",
      false,
    ],
    [
      "by one month-first day past the twelfth",
      "Email,Joined\na@example.com,03/04/2026\nb@example.com,04/25/2026",
      "month-first",
      false,
    ],
    [
      "by another column of the file",
      "Email,Joined,Born\na@example.com,03/04/2026,12/30/1990",
      "month-first",
      false,
    ],
    [
      "as day first, and said, where nothing tells",
      "Email,Joined\na@example.com,03/04/2026\nb@example.com,05/06/2026",
      "day-first",
      true,
    ],
    [
      "far down the list",
      `Email,Joined\n${"a@example.com,03/04/2026\n".repeat(6_000)}b@example.com,04/25/2026`,
      "month-first",
      false,
    ],
  ];
  test.each(cases)("%s", async (_name, text, order, isNoted) => {
    const file = await inspect(text);
    expect(file.columns[1]?.reading.dateOrder).toBe(order);
    expect(file.notes.some((note) => note.includes("two ways"))).toBe(isNoted);
  });
});

describe("A file without contacts is refused", () => {
  test.each([
    ["a header alone", "Email,City\n"],
    ["blank rows", "\n\n , \n"],
  ])("%s", async (_name, text) => {
    await expect(inspect(text)).rejects.toThrow(/not one contact/);
  });
});

test("A list with addresses among other things leaves it to the person where they are", async () => {
  const file = await inspect("Name,Reached by\nAna,ana@example.com\nKen,telephone\nEva,post\n");
  expect(file.notes).toEqual([
    "No column looks like e-mail addresses. Choose the one that holds them.",
  ]);
});

test.each([
  ["a list of names", "Name,City\nAna,Bonn\n"],
  [
    "a text that mentions an address",
    `# Us\n\n${"We send, wait, and react.\n".repeat(20)}Write to ana@example.com\n`,
  ],
])("%s is no list of contacts, and is refused in words", async (_name, text) => {
  await expect(inspect(text)).rejects.toThrow(/No column of this file looks like e-mail addresses/);
});

test("A thousand columns get a thousand targets", async () => {
  const header = Array.from({ length: 999 }, (_, index) => `Answer ${index + 1}`).join(",");
  const file = await inspect(`Email,${header}\nana@example.com,${"1,".repeat(998)}1\n`);
  expect(file.columns).toHaveLength(1_000);
  expect(new Set(file.columns.map(({ target }) => JSON.stringify(target))).size).toBe(1_000);
});
