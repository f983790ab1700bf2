// A chosen theme is set before the first paint; without a choice, the system's theme holds.
try {
  // In the page of somebody else nothing is stored, and nothing is read.
  const theme = location.pathname === '/embed' ? null : localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; then the system's theme holds.
}
