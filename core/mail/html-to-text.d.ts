/** What we use of html-to-text, which ships without types. */
declare module "html-to-text" {
  export function convert(html: string, options: Readonly<Record<string, unknown>>): string;
}
