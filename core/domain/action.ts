/** What changes about a contact, once, in order, when a mail is accepted or an actions step is reached. */
export type Action =
  | { readonly kind: "add-tag"; readonly tag: string }
  | { readonly kind: "remove-tag"; readonly tag: string }
  | { readonly kind: "set-field"; readonly field: string; readonly value: string }
  | { readonly kind: "clear-field"; readonly field: string }
  | { readonly kind: "set-stage"; readonly stageId: string; readonly onlyForward: boolean }
  | { readonly kind: "unsubscribe" }
  | { readonly kind: "archive" }
  | { readonly kind: "notify-owner"; readonly text: string }
  | { readonly kind: "start-campaign"; readonly campaignId: string }
  | { readonly kind: "stop-campaign"; readonly campaignId: string };
