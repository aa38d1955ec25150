// @ts-check
// Commands on their way to the server, and the line that says what became of them. Each is sent once, in order; while the connection is away they wait,
// and what the server did not answer is sent again when it is back. Until the draft is saved they are also kept for a page that is loaded again.

/** @typedef {{ verb: string, nodes?: string[], places?: { node: string, path: string }[], text?: string, how?: string, count?: number }} Command */
/** @typedef {{ done: boolean, said?: string | null, focus?: string | null, fields?: boolean, copied?: string | null }} Answer */
/** @typedef {{ number: number, command: Command, settled: boolean, version: string, resolve: (answer: Answer) => void }} Entry */
/** @typedef {{ invokeMethodAsync(name: string, ...args: unknown[]): Promise<any> }} Server */

const LOST = /components-reconnect-(show|retrying|failed|rejected)/;
const QUIET = 7000;
const CLIPBOARD = 'journey-clipboard';

/** The system's clipboard takes it into other windows; this browser's storage where that is forbidden. @param {string} text */
async function keepCopy(text) {
  let shared = false;
  try {
    await navigator.clipboard.writeText(text);
    shared = true;
  } catch { /* Forbidden or without a secure address: it goes as far as this browser. */ }
  try { localStorage.setItem(CLIPBOARD, JSON.stringify({ text, shared })); } catch { /* Storage is full or forbidden. */ }
}

/** What was copied last. @param {string} [given] what the browser's own paste brings @returns {Promise<string | null>} */
export async function copied(given) {
  const own = (() => { try { return JSON.parse(localStorage.getItem(CLIPBOARD) ?? 'null'); } catch { return null; } })();
  if (own && !own.shared) return own.text;
  let text = given;
  try { text ??= await navigator.clipboard.readText(); } catch { /* as above */ }
  return text?.includes('"fragment"') ? text : own?.text ?? null;
}

/** @param {HTMLElement} root @param {Record<string, string>} texts */
export function makeVoice(root, texts) {
  const line = /** @type {HTMLElement} */ (root.querySelector('[data-says]'));
  let timer = 0;
  /** @param {string} text @param {{ stays?: boolean, bad?: boolean }} [how] */
  const say = (text, { stays = false, bad = false } = {}) => {
    clearTimeout(timer);
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle('bad', bad);
    if (text && !stays) timer = window.setTimeout(() => { line.textContent = ''; }, QUIET);
  };
  /** @param {string} key @param {{ stays?: boolean, bad?: boolean }} [how] @param {unknown} [argument] */
  const tell = (key, how, argument = '') => say((texts[key] ?? key).replace('{0}', String(argument)), how);
  return { say, tell, dispose: () => clearTimeout(timer) };
}

/** @typedef {ReturnType<typeof makeVoice>} Voice */

/** @param {HTMLElement} root @param {Server} server @param {string} name @param {Voice} voice */
export function makeQueue(root, server, name, voice) {
  const strip = document.getElementById('components-reconnect-modal');
  const key = `journey-designer:${name}`;
  /** @type {Entry[]} */
  let entries = [];
  let number = 0, wasLost = false, disposed = false;

  const isLost = () => strip !== null && LOST.test(strip.className);
  const version = () => root.dataset.version ?? '';
  /** Looking changes nothing: it is not kept for later. @param {Command} command */
  const edits = command => !/^(select|selectPath|fields|copy)$/.test(command.verb);

  const keep = () => {
    if (!name) return;
    // What is saved with the draft need not be kept here any more.
    entries = entries.filter(entry => !entry.settled || (edits(entry.command) && entry.version === version()));
    const kept = entries.filter(entry => edits(entry.command)).map(({ command, settled, version: on }) => ({ command, settled, on }));
    try {
      if (kept.length) sessionStorage.setItem(key, JSON.stringify(kept)); else sessionStorage.removeItem(key);
    } catch { /* Storage is full or forbidden: then what waits lives as long as the page. */ }
  };

  const waiting = () => entries.filter(entry => !entry.settled && edits(entry.command)).length;
  const sayQueued = () => {
    const count = waiting();
    if (count === 1) voice.tell('queuedOne', { stays: true });
    else if (count > 1) voice.tell('queued', { stays: true }, count);
  };

  /** @param {Entry} entry */
  const post = entry => {
    server.invokeMethodAsync('DoAsync', { number: entry.number, ...entry.command }).then(answer => {
      if (entry.settled) return;
      entry.settled = true;
      keep();
      entry.resolve(answer);
    }, error => {
      // Without a connection it is sent again later; with one the server has failed over it.
      if (entry.settled || isLost() || disposed) return;
      entry.settled = true;
      entries = entries.filter(other => other !== entry);
      keep();
      entry.resolve({ done: false, said: String(error?.message ?? error) });
    });
  };

  const changed = () => {
    const lost = isLost();
    if (lost === wasLost) return;
    wasLost = lost;
    if (lost) { sayQueued(); return; }
    const again = entries.filter(entry => !entry.settled);
    if (again.some(entry => edits(entry.command))) voice.tell('sent');
    again.forEach(post);
  };

  /** Sends a command, keeps what it copied, and says what came of it. @param {Command} command @returns {Promise<Answer>} */
  const send = async command => {
    /** @type {Answer} */
    const answer = await new Promise(resolve => {
      const entry = { number: ++number, command, settled: false, version: version(), resolve };
      entries.push(entry);
      keep();
      if (isLost()) sayQueued(); else post(entry);
    });
    if (answer.copied) await keepCopy(answer.copied);
    if (answer.said) voice.say(answer.said, { bad: !answer.done });
    return answer;
  };

  /** Draws what a page before this one could not bring to the server, or had brought but not saved, if the draft still is the same. */
  const recover = async () => {
    /** @type {{ command: Command, settled: boolean, on: string }[]} */
    let kept = [];
    try {
      kept = JSON.parse(sessionStorage.getItem(key) ?? '[]');
      sessionStorage.removeItem(key);
    } catch { return; }
    // What had reached the server is in the draft that the browser holds for it, if there is one; what had not is drawn again here.
    const held = Object.keys(localStorage).some(each => each.startsWith('journey-draft:') && each.split(':')[2] === name);
    const same = kept.filter(entry => entry.on === version() && !(entry.settled && held));
    if (kept.some(entry => !entry.settled && entry.on !== version())) voice.tell('lostQueue', { bad: true });
    if (!same.length) return;
    for (const { command } of same) await send(command);
    voice.tell('sent');
  };

  const watch = new MutationObserver(changed);
  if (strip) watch.observe(strip, { attributes: true, attributeFilter: ['class'] });
  const saved = new MutationObserver(keep);
  saved.observe(root, { attributes: true, attributeFilter: ['data-version'] });

  return {
    send, recover, isLost,
    /** Called when the page is left in order: the server saves then. */
    dispose() {
      disposed = true;
      watch.disconnect();
      saved.disconnect();
      if (!isLost()) try { sessionStorage.removeItem(key); } catch { /* as above */ }
    },
  };
}

/** @typedef {ReturnType<typeof makeQueue>} Queue */
