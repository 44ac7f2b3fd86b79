// The key Esc, where it closes nothing else: what is open on top of the page takes it first, and so does what an answer of
// the server that is under way opens. The server hears of the rest as "muster-escape".
(() => {
  if (window.musterEscapeKey) {
    return;
  }
  window.musterEscapeKey = true;
  const OVER_THE_PAGE = [
    'vaadin-dialog',
    'vaadin-confirm-dialog',
    'vaadin-popover',
    'vaadin-select',
    'vaadin-combo-box',
    'vaadin-multi-select-combo-box',
    'vaadin-date-picker',
    'vaadin-time-picker',
    'vaadin-context-menu',
    'vaadin-menu-bar-submenu',
  ].join();
  const OPEN_BY_ITSELF = 'vaadin-menu-bar-button[expanded], vaadin-app-layout[overlay][drawer-opened]';

  const somethingIsOpen = () =>
    Array.from(document.querySelectorAll(OVER_THE_PAGE)).some((element) => element.opened) ||
    document.querySelector(OPEN_BY_ITSELF) !== null;
  const isServerAsked = () =>
    Object.values(window.Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.() === true);

  // A table says that it has taken each Esc in one of its cells, even where that changes nothing.
  const isTaken = (event) =>
    event.defaultPrevented && !event.composedPath().some((element) => element.localName === 'vaadin-grid');

  // What the server was asked for may be about to open something: then the key is meant for that.
  const tellOnceAnswered = (until) => {
    if (!isServerAsked()) {
      if (!somethingIsOpen()) {
        document.body.dispatchEvent(new CustomEvent('muster-escape'));
      }
    } else if (Date.now() < until) {
      setTimeout(() => tellOnceAnswered(until), 50);
    }
  };

  // Some close while the key is on its way down, so what is open has to be known before any of them hears of it.
  let isFree = false;
  window.addEventListener(
    'keydown',
    (event) => {
      isFree = event.key === 'Escape' && !event.repeat && !somethingIsOpen();
    },
    true,
  );
  window.addEventListener('keydown', (event) => {
    if (isFree && !isTaken(event)) {
      tellOnceAnswered(Date.now() + 3000);
    }
  });
})();
