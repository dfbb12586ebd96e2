/** A city, and the names people there are likely to have. */
export interface Place {
  readonly country: string;
  readonly city: string;
  readonly zone: string;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
}

const german = {
  firstNames: [
    "Jürgen",
    "Sören",
    "Anna",
    "Katharina",
    "Björn",
    "Lena",
    "Günther",
    "Käthe",
    "Moritz",
    "Franziska",
  ],
  lastNames: [
    "Müller",
    "Groß",
    "Schäfer",
    "Weiß",
    "Köhler",
    "Vogt",
    "Brandt",
    "Jäger",
    "Böhm",
    "Lindner",
  ],
};
const english = {
  firstNames: [
    "Olivia",
    "James",
    "Grace",
    "Owen",
    "Hannah",
    "Liam",
    "Priya",
    "Marcus",
    "Ellen",
    "Tyrone",
  ],
  lastNames: [
    "O'Neill",
    "Carter",
    "Hughes",
    "Patel",
    "Bennett",
    "Walsh",
    "Turner",
    "Okafor",
    "Reed",
    "Sinclair",
  ],
};
const french = {
  firstNames: [
    "Hélène",
    "François",
    "Zoé",
    "Benoît",
    "Chloé",
    "Jérôme",
    "Amélie",
    "Loïc",
    "Margaux",
    "Noël",
  ],
  lastNames: [
    "Lefèvre",
    "Dubois",
    "Garçon",
    "Moreau",
    "Rousseau",
    "Bélanger",
    "Girard",
    "Péchard",
    "Fontaine",
    "Marchand",
  ],
};
const spanish = {
  firstNames: [
    "María José",
    "Íñigo",
    "Lucía",
    "Andrés",
    "Begoña",
    "Joaquín",
    "Sofía",
    "Álvaro",
    "Ximena",
    "Raúl",
  ],
  lastNames: [
    "Núñez",
    "García Márquez",
    "Peña",
    "Ibáñez",
    "Ruiz",
    "Vázquez",
    "Ortega",
    "Muñoz",
    "Castaño",
    "Rey",
  ],
};

export const people: readonly Place[] = [
  { country: "Germany", city: "Köln", zone: "Europe/Berlin", ...german },
  { country: "Germany", city: "Berlin", zone: "Europe/Berlin", ...german },
  { country: "Austria", city: "Wien", zone: "Europe/Vienna", ...german },
  { country: "Switzerland", city: "Zürich", zone: "Europe/Zurich", ...german },
  { country: "United Kingdom", city: "London", zone: "Europe/London", ...english },
  { country: "Ireland", city: "Dublin", zone: "Europe/Dublin", ...english },
  { country: "United States", city: "New York", zone: "America/New_York", ...english },
  { country: "United States", city: "San José", zone: "America/Los_Angeles", ...english },
  { country: "Australia", city: "Sydney", zone: "Australia/Sydney", ...english },
  { country: "France", city: "Besançon", zone: "Europe/Paris", ...french },
  { country: "Canada", city: "Montréal", zone: "America/Toronto", ...french },
  { country: "Spain", city: "A Coruña", zone: "Europe/Madrid", ...spanish },
  { country: "Mexico", city: "Ciudad de México", zone: "America/Mexico_City", ...spanish },
  {
    country: "Italy",
    city: "Forlì",
    zone: "Europe/Rome",
    firstNames: ["Niccolò", "Giulia", "Matteo", "Chiara", "Lorenzo", "Elisa"],
    lastNames: ["Rossi", "D'Angelo", "Ferrari", "De Luca", "Bianchi", "Conti"],
  },
  {
    country: "Poland",
    city: "Łódź",
    zone: "Europe/Warsaw",
    firstNames: ["Łukasz", "Małgorzata", "Stanisław", "Agnieszka", "Michał", "Zofia"],
    lastNames: ["Wójcik", "Kowalski", "Dąbrowska", "Żak", "Nowak", "Kościółek"],
  },
  {
    country: "Brazil",
    city: "São Paulo",
    zone: "America/Sao_Paulo",
    firstNames: ["João", "Inês", "Thiago", "Antônia", "Luís", "Conceição"],
    lastNames: ["Gonçalves", "da Silva", "Araújo", "Conceição", "Magalhães", "Costa"],
  },
  {
    country: "Netherlands",
    city: "'s-Hertogenbosch",
    zone: "Europe/Amsterdam",
    firstNames: ["Daniël", "Sanne", "Pieter", "Femke", "Joost", "Noëlle"],
    lastNames: ["van den Berg", "de Vries", "Jansen", "Bakker", "Visser", "ter Horst"],
  },
  {
    country: "Denmark",
    city: "Aarhus",
    zone: "Europe/Copenhagen",
    firstNames: ["Søren", "Mette", "Jørgen", "Astrid", "Bjørn", "Freja"],
    lastNames: ["Sørensen", "Østergaard", "Holm", "Lund", "Kjær", "Nygård"],
  },
  {
    country: "Turkey",
    city: "İzmir",
    zone: "Europe/Istanbul",
    firstNames: ["Ayşe", "Çağlar", "Gülşen", "Emre", "Oğuz", "Şule"],
    lastNames: ["Yılmaz", "Öztürk", "Çelik", "Doğan", "Şahin", "Güneş"],
  },
];
