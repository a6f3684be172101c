/** A function name that becomes a script where it is printed unescaped. */
export const HOSTILE_NAME = `<img src=x onerror="document.title='owned'">`;

/** A log message that clears a terminal, sets its title, leaves a tag and reverses what follows. */
export const HOSTILE_MESSAGE =
  "\u001b[2J\u001b]0;owned\u0007</pre><script>document.title='owned'</script> \u202Egnp.exe";
