// The names under which the preload script and main speak.

/** Main to page: comes with a port to the core. */
export const PORT_CHANNEL = "dripline:port";
export const ASK_FOR_PORT = "dripline:ask-for-port";
export const OPEN_LINK = "dripline:open-link";
export const NOTIFY = "dripline:notify";
export const SHOW_DATA_FOLDER = "dripline:show-data-folder";
export const IS_START_AT_LOGIN = "dripline:is-start-at-login";
export const SET_START_AT_LOGIN = "dripline:set-start-at-login";
