// The key "/" moves the focus into the page's search field, unless one is typing somewhere.
(() => {
  if (window.musterSearchKey) {
    return;
  }
  window.musterSearchKey = true;
  const takesText = (element) =>
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element && element.isContentEditable);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || takesText(event.composedPath()[0])) {
      return;
    }
    const field = document.querySelector('.takes-search-key');
    if (field && !document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) {
      event.preventDefault();
      field.focus();
    }
  });
})();
