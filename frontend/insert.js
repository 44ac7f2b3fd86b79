// Puts a word where the caret is, in place of what is selected, and hands the focus back to the text.
window.musterInsert = (field, word) => {
  const input = field.inputElement;
  input.setRangeText(word, input.selectionStart, input.selectionEnd, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.focus();
};

// Shows which word of a text is meant.
window.musterMark = (field, start, end) => {
  field.inputElement.focus();
  field.inputElement.setSelectionRange(start, end);
};
