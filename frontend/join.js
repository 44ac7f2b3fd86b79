// Says how strong a new password is, and keeps a form from being sent twice. The pages work without it.
(() => {
  const password = document.getElementById('password');
  const strength = document.getElementById('strength');
  if (password && strength) {
    const words = strength.dataset.words.split('|');
    password.addEventListener('input', () => {
      const signs = Array.from(password.value);
      const level = signs.length < 12 ? 0 : new Set(signs).size < 6 ? 1 : signs.length < 16 ? 2 : 3;
      const isEmpty = signs.length === 0;
      strength.className = isEmpty ? 'strength' : 'strength strength-' + ['too-short', 'weak', 'good', 'strong'][level];
      strength.lastElementChild.textContent = isEmpty ? '' : words[level];
    });
    const show = document.getElementById('show-password');
    show.hidden = false;
    show.addEventListener('click', () => {
      const isShown = password.type === 'password';
      password.type = isShown ? 'text' : 'password';
      show.setAttribute('aria-pressed', String(isShown));
    });
  }
  for (const form of document.querySelectorAll('form')) {
    form.addEventListener('submit', () => {
      if (password) password.type = 'password';
      for (const button of form.querySelectorAll('[type=submit]')) {
        button.disabled = true;
        button.textContent = button.dataset.busy || button.textContent;
      }
    });
  }
  window.addEventListener('pageshow', (shown) => shown.persisted && window.location.reload());
  const wrong = document.querySelector('[aria-invalid]');
  if (wrong) wrong.focus();
})();
