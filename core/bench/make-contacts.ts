/**
 * Writes lists of made-up contacts, always the same for the same seed:
 *   node core/bench/make-contacts.ts --rows 500 --seed 7 --out assets/sample-contacts.csv
 * About one row in eight has the dirt of real lists. Every address is on a domain reserved for examples
 * (RFC 2606).
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { people } from "./made-up-people.ts";

const HEADER =
  "Email,First name,Last name,Company,City,Country,Time zone,Stage,Tags,Signup date,Birthday," +
  "Orders,Lifetime value,Status,Region,Notes";

/** The file's text in pieces of a thousand rows. */
export function* makeContacts(rows: number, seed: number): Generator<string> {
  const random = seededRandom(seed);
  const taken = new Set<string>();
  const recent: string[][] = [];
  let lines = [HEADER];
  for (let index = 0; index < rows; index++) {
    lines.push(makeRow(index, random, taken, recent));
    if (lines.length >= 1_000) {
      yield `${lines.join("\r\n")}\r\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join("\r\n")}\r\n`;
}

/** Between 0 and 1, the same every time (mulberry32). */
type Chance = () => number;

function seededRandom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(values: readonly T[], random: Chance): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError("nothing to pick from");
  return value;
}

const STAGES = [
  "Stranger",
  "Visitor",
  "Visitor",
  "Lead",
  "Lead",
  "Lead",
  "Customer",
  "Customer",
  "Promoter",
];
const TAGS = [
  "newsletter",
  "webinar",
  "trade fair",
  "price list",
  "wholesale",
  "blog",
  "partner",
  "trial",
];
const KINDS = [
  "Bakery",
  "Studio",
  "Consulting",
  "Hotel",
  "Clinic",
  "Logistics",
  "Books",
  "Garden",
  "Café",
  "Print",
];
const NOTES = [
  "Met at the trade fair, wants a price list",
  'Asked for the "large" package',
  "Prefers to be called in the morning\r\nAssistant: Ms Berg",
  "Allergic to phone calls; write instead",
  "Came through a friend, please say thanks",
  "=SUM(A1:A3) pasted by mistake",
  "Wants an offer for 12 seats, budget 2,500 €",
];
const ROLES = ["info", "sales", "office", "kontakt", "hello"];

function makeRow(index: number, random: Chance, taken: Set<string>, recent: string[][]): string {
  const again = recent[0];
  if (again && index % 45 === 30) return repeatRow(again, (address) => address.toUpperCase());
  if (again && index % 90 === 61) return repeatRow(again, (address) => ` ${address}`);
  const place = pick(people, random);
  const first = pick(place.firstNames, random);
  const last = pick(place.lastNames, random);
  const company = makeCompany(last, random);
  const address = makeAddress(first, last, company, taken, random);
  const stage = pick(STAGES, random);
  const isCustomer = stage === "Customer" || stage === "Promoter";
  const orders = isCustomer ? 1 + Math.floor(random() * 14) : 0;
  const value = orders * (15 + Math.floor(random() * 9_000) / 100);
  const cells = [
    dirtyAddress(index, address, first, last),
    index % 41 === 5 ? ` ${first} ` : first,
    index % 53 === 9 ? last.toUpperCase() : last,
    random() < 0.8 ? company : "",
    place.city,
    place.country,
    random() < 0.85 ? place.zone : "",
    index % 67 === 3 ? "" : stage,
    makeTags(random),
    makeDate(2022 + Math.floor(random() * 4), index, random),
    random() < 0.45 ? makeDate(1955 + Math.floor(random() * 48), index + 1, random) : "",
    isCustomer ? String(orders) : "",
    isCustomer ? formatValue(value, index) : "",
    makeStatus(index, random),
    "",
    random() < 0.15 ? pick(NOTES, random) : "",
  ];
  if (cells[0] === address) recent.push(cells);
  if (recent.length > 20) recent.shift();
  return cells.map(quote).join(",");
}

/** The same person once more, with the address written differently and one more tag. */
function repeatRow(cells: readonly string[], rewrite: (address: string) => string): string {
  const [address = "", ...rest] = cells;
  const tags = rest[7] ?? "";
  const again = rest.with(7, tags === "" ? "imported twice" : `${tags}, imported twice`);
  return [rewrite(address), ...again].map(quote).join(",");
}

function makeCompany(last: string, random: Chance): string {
  const kind = pick(KINDS, random);
  const form = random();
  if (form < 0.12) return `${last}, Weiß & Partner`;
  if (form < 0.2) return `${kind} "${last}"`;
  return form < 0.6 ? `${last} ${kind}` : `${kind} ${last}`;
}

function makeAddress(
  first: string,
  last: string,
  company: string,
  taken: Set<string>,
  random: Chance,
): string {
  const person = `${slug(first)}.${slug(last)}`;
  const home = pick(["example.com", "example.org", "example.net"], random);
  const domain = random() < 0.6 ? `${slug(company).replaceAll(".", "")}.${home}` : home;
  for (let number = 1; ; number++) {
    const address = `${person}${number === 1 ? "" : number}@${domain}`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .normalize("NFKD")
    .replace(/[^a-z]+/g, "");
}

/** Every kind of trouble with addresses at its own distance, so that a list of 500 has a few of each. */
function dirtyAddress(index: number, address: string, first: string, last: string): string {
  const [local = "", domain = ""] = address.split("@");
  if (index % 100 === 17) return address.replace("@", " at ");
  if (index % 100 === 37) return `${local}@`;
  if (index % 125 === 57) return address.replace("@", "@@");
  if (index % 125 === 77) return address.replace(/\.(?=[a-z]+$)/, ",");
  if (index % 166 === 97) return "";
  if (index % 166 === 113) return `${address}; ${local}.privat@example.net`;
  if (index % 166 === 131) return `${local}@${domain.split(".")[0] ?? ""}`;
  if (index % 50 === 11)
    return `${ROLES[index % ROLES.length] ?? "info"}@${slug(last)}${index}.${domain.slice(-11)}`;
  if (index % 60 === 23) return `${first} ${last} <${address}>`;
  if (index % 60 === 43) return `${address}\u00a0`;
  if (index % 80 === 63) return `${address.slice(0, 1).toUpperCase()}${address.slice(1)}`;
  return index % 120 === 71 ? `${address}.` : address;
}

function makeTags(random: Chance): string {
  const count = Math.floor(random() * 3.4);
  const tags = new Set<string>();
  while (tags.size < count) tags.add(pick(TAGS, random));
  return [...tags].join(", ");
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function makeDate(year: number, index: number, random: Chance): string {
  const month = 1 + Math.floor(random() * 12);
  const day = 1 + Math.floor(random() * 28);
  const mm = String(month).padStart(2, "0");
  const dd = String(day).padStart(2, "0");
  if (index % 9 === 4) return `${dd}.${mm}.${year}`;
  if (index % 13 === 6) return `${dd}/${mm}/${year}`;
  if (index % 17 === 8) return `${day} ${MONTHS[month - 1] ?? ""} ${year}`;
  return index % 101 === 50 ? "unknown" : `${year}-${mm}-${dd}`;
}

function formatValue(value: number, index: number): string {
  if (index % 12 === 7) return `€ ${value.toFixed(2)}`;
  return index % 12 === 3
    ? value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : value.toFixed(2);
}

function makeStatus(index: number, random: Chance): string {
  if (index % 250 === 201) return "maybe";
  const draw = random();
  if (draw < 0.03) return "unsubscribed";
  if (draw < 0.04) return "Bounced";
  return draw < 0.08 ? "" : "subscribed";
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: "500" },
      seed: { type: "string", default: "7" },
      out: { type: "string" },
    },
  });
  const content = Readable.from(makeContacts(Number(values.rows), Number(values.seed)));
  await pipeline(
    content,
    values.out === undefined ? process.stdout : createWriteStream(values.out),
  );
}
