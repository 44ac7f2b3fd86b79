// Mends what keeps assistive technology from reading the platform's own elements:
// - the bar for a lost connection lies outside all landmarks, so it has to be a live region (and is then read out);
// - the scroller inside a row of tabs can take the focus, which a list of tabs may not hold.
(() => {
  if (window.musterAccessibility) {
    return;
  }
  window.musterAccessibility = true;
  const mend = () => {
    document
      .querySelectorAll('vaadin-connection-indicator:not([role])')
      .forEach((bar) => bar.setAttribute('role', 'status'));
    document
      .querySelectorAll('vaadin-tabs')
      .forEach((tabs) => tabs.shadowRoot?.querySelector('[part="tabs"]')?.removeAttribute('tabindex'));
  };
  let isPlanned = false;
  const plan = () => {
    if (!isPlanned) {
      isPlanned = true;
      requestAnimationFrame(() => {
        isPlanned = false;
        mend();
      });
    }
  };
  new MutationObserver(plan).observe(document.documentElement, { childList: true, subtree: true });
  plan();
})();
