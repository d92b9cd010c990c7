// Reloads the page when the site has been built anew. Served by the preview only.
(() => {
  "use strict";
  const shown = document.currentScript.dataset.version;
  let events;

  function listen() {
    // Browsers allow six connections to one address: hidden tabs give theirs up.
    if (events || document.hidden) return;
    events = new EventSource("/_factpress/events");
    // The current version comes at once, so that no build between page and connection is missed.
    events.onmessage = (event) => {
      if (event.data !== shown) location.reload();
    };
    // Browsers connect again by themselves, but some give up when nobody answers.
    events.onerror = () => {
      if (events && events.readyState === EventSource.CLOSED) {
        events = undefined;
        setTimeout(listen, 1000);
      }
    };
  }

  function hangUp() {
    if (events) events.close();
    events = undefined;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : listen()));
  addEventListener("pagehide", hangUp);
  addEventListener("pageshow", listen);
  listen();
})();
