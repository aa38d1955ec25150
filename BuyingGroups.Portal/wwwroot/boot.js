// Starts Blazor, once, for every page. With the client script of .NET 9 (build/BlazorScript.targets; docs/adr/0003) what a
// .NET 10 server asks of a client beyond it is added here, through public options only.
(() => {
  const strip = document.getElementById('components-reconnect-modal');
  strip?.querySelector('[data-do=retry]')?.addEventListener('click', async () => {
    // false: the server answered but has let the page's state go; only a new page helps.
    try { if (!await Blazor.reconnect()) location.reload(); } catch { /* still no connection: the strip stays */ }
  });
  strip?.querySelector('[data-do=reload]')?.addEventListener('click', () => location.reload());
  document.querySelector('#blazor-error-ui [data-do=reload]')?.addEventListener('click', () => location.reload());

  // Sign-out: who came by our own menu has asked already; the post itself carries the token that no other site has.
  document.querySelector('form[data-submit-at-once]')?.requestSubmit();

  // A laptop that wakes up, or a network that comes back, tries at once instead of waiting its turn.
  const lost = () => strip && /components-reconnect-(show|retrying|failed)/.test(strip.className);
  const again = () => { if (lost()) Blazor.reconnect().then(ok => { if (!ok) location.reload(); }, () => { }); };
  addEventListener('online', again);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') again(); });

  // Keep trying for some minutes, quickly at first.
  const reconnectionOptions = { maxRetries: 60, retryIntervalMilliseconds: n => Math.min(5000, 250 * 2 ** Math.min(n, 5)) };

  if (document.currentScript.dataset.client === 'official') {
    Blazor.start({ circuit: { reconnectionOptions } });
    return;
  }

  const callType = { constructorCall: 2, getValue: 3, setValue: 4 };

  function owner(target, path) {
    const parts = path.split('.');
    let o = target ?? window;
    for (const part of parts.slice(0, -1)) o = o[part];
    return [o, parts.at(-1)];
  }
  window.__blazor10 = {
    [callType.constructorCall](target, path, ...args) { const [o, k] = owner(target, path); return new o[k](...args); },
    [callType.getValue](target, path) { const [o, k] = owner(target, path); if (!(k in o)) throw new Error(`The property '${path}' is not defined or is not readable.`); return o[k]; },
    [callType.setValue](target, path, value) { const [o, k] = owner(target, path); o[k] = value; },
  };

  // JS.BeginInvokeJS has a sixth argument since .NET 10: constructor calls and property access become plain calls.
  const withCallTypes = handler => (handle, identifier, argsJson, resultType, targetId, type = 1) => {
    if (type === 1) return handler(handle, identifier, argsJson, resultType, targetId);
    const head = `${targetId ? `{"__jsObjectId":${targetId}}` : 'null'},${JSON.stringify(identifier)}`;
    const rest = (argsJson ?? '[]').trim().slice(1, -1);
    return handler(handle, `__blazor10.${type}`, `[${head}${rest ? ',' + rest : ''}]`, resultType, 0);
  };

  // State of components prerendered during enhanced navigation: the .NET 9 client sends it only the first time.
  function takeServerState() {
    const walk = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    const found = [];
    for (let n; (n = walk.nextNode());) {
      const m = /^\s*Blazor-Server-Component-State:([a-zA-Z0-9+/=]+)$/.exec(n.textContent);
      if (m) found.push([n, m[1]]);
    }
    for (const [n] of found) n.remove();
    return found.at(-1)?.[1] ?? '';
  }

  function configureSignalR(builder) {
    const build = builder.build.bind(builder);
    builder.build = () => {
      const connection = build();
      const on = connection.on.bind(connection), send = connection.send.bind(connection);
      connection.on = (name, handler) => on(name, name === 'JS.BeginInvokeJS' ? withCallTypes(handler) : handler);
      connection.send = (name, ...args) => {
        if (name === 'UpdateRootComponents' && args[1] === '' && args[0].includes('"type":"add"')) args[1] = takeServerState();
        return send(name, ...args);
      };
      on('JS.SavePersistedState', () => false);
      return connection;
    };
  }

  Blazor.resumeCircuit ??= async () => false;
  Blazor.pauseCircuit ??= async () => false;

  Blazor.start({ circuit: { configureSignalR, reconnectionOptions } });
})();
