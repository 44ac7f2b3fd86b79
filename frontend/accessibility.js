// Mends what keeps assistive technology from reading the platform's own elements:
// - the bar for a lost connection lies outside all landmarks, so it has to be a live region (and is then read out);
// - the scroller inside a row of tabs, or a menu, can take the focus, which a list of tabs or entries may not hold;
// - entries of menus are called unselected, which only options can be;
// - a form beside a list becomes a dialog where it covers the list, and has no name;
// - header and footer of a question are called parts of the page;
// - what says that one was logged out is a plain box that only a mouse, or whoever guesses Esc, can answer.
(() => {
  if (window.musterAccessibility) {
    return;
  }
  window.musterAccessibility = true;

  const each = (selector, mend) => document.querySelectorAll(selector).forEach(mend);
  const set = (element, attribute, value) => {
    if (element && element.getAttribute(attribute) !== value) {
      element.setAttribute(attribute, value);
    }
  };

  /** Makes a dialog of the box, and a button, which has the focus, of what it offers. */
  const mendSystemError = (box) => {
    set(box, 'role', 'alertdialog');
    set(box, 'aria-label', box.querySelector('.caption')?.textContent ?? '');
    const wayOn = box.querySelector('.message');
    if (wayOn) {
      set(wayOn, 'role', 'button');
      set(wayOn, 'tabindex', '0');
      wayOn.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          wayOn.click();
        }
      });
      wayOn.focus();
    }
  };

  const mend = () => {
    each('vaadin-connection-indicator:not([role])', (bar) => set(bar, 'role', 'status'));
    each('vaadin-tabs', (tabs) => tabs.shadowRoot?.querySelector('[part="tabs"]')?.removeAttribute('tabindex'));
    each('vaadin-menu-bar-list-box, vaadin-context-menu-list-box', (list) =>
      list.shadowRoot?.querySelector('[part="items"]')?.removeAttribute('tabindex'),
    );
    each('vaadin-menu-bar-item[aria-selected], vaadin-context-menu-item[aria-selected]', (item) =>
      item.removeAttribute('aria-selected'),
    );
    each('vaadin-master-detail-layout', (layout) => {
      const title = layout.querySelector('[slot="detail"] h2')?.textContent;
      const detail = layout.shadowRoot?.querySelector('#detail');
      if (title && detail?.getAttribute('role') === 'dialog') {
        set(detail, 'aria-label', title);
      }
    });
    each('.v-system-error:not([role])', mendSystemError);
    each('vaadin-confirm-dialog', (question) => {
      const parts = question.shadowRoot?.querySelector('#overlay')?.shadowRoot;
      set(parts?.querySelector('header'), 'role', 'none');
      set(parts?.querySelector('footer'), 'role', 'group');
    });
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
  new MutationObserver(plan).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-selected', 'has-detail', 'overlay', 'opened'],
  });
  plan();
})();
