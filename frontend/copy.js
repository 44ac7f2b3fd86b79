// Copies what a field holds; where the browser has no clipboard (plain http), selects it and says what to press.
window.musterCopy = (button, field, copied, byHand) => {
  const input = field.querySelector('input');
  const say = (text) => {
    const words = button.lastChild;
    const before = words.textContent;
    if (before === text) return;
    words.textContent = text;
    setTimeout(() => { words.textContent = before; }, 2000);
  };
  const select = () => { input.focus(); input.select(); say(byHand); };
  if (!navigator.clipboard) { select(); return; }
  navigator.clipboard.writeText(input.value).then(() => say(copied), select);
};
