// How every script of the project starts the browser.
// No sandbox: the pages are our own, and it cannot start as root. The rest keeps the browser from calling home.
export const launchOptions = {
  executablePath: process.env.NUMEA_CHROMIUM || undefined,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
  ],
};

/** A director's browser: French, Paris time. */
export const french = { locale: "fr-FR", timezoneId: "Europe/Paris" };
