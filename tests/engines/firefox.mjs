// Firefox, by puppeteer over WebDriver BiDi. NUMEA_FIREFOX says where it is.
import { found } from "./wait.mjs";

/** Starts it: its name, a page, and the way to end it; a sentence where it cannot be had. */
export async function firefox() {
  const path = process.env.NUMEA_FIREFOX || found("firefox-esr", "firefox");
  if (!path) return "Firefox is not installed (apt-get install firefox-esr)";
  const { default: puppeteer } = await import("puppeteer-core");
  // A proxy that is not there, but for this machine: Firefox itself asks nobody for anything.
  const alone = { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9, "network.proxy.no_proxies_on": "127.0.0.1" };
  // No viewport of puppeteer's: an older ESR does not know the command.
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: path, headless: true, defaultViewport: null, extraPrefsFirefox: alone });
  const pageOf = (tab) => {
    const problems = [];
    // Firefox 140 reports slips of its own remote agent as errors of the page.
    tab.on("pageerror", ({ message }) => { if (!/property "(__bidi_args|length)"/.test(message)) problems.push(`uncaught: ${message}`); });
    return {
      go: (address) => tab.goto(address), reload: () => tab.reload(), run: (action, ...values) => tab.evaluate(action, ...values),
      click: (selector) => tab.click(selector), tab: async () => pageOf(await browser.newPage()), close: () => tab.close(), problems: () => problems,
    };
  };
  return { name: await browser.version(), page: pageOf((await browser.pages())[0]), close: () => browser.close() };
}
