/** What stands in the form at first: what is stored, else the defaults. Secrets are never sent to a page: they start empty. */
export function begin(form, configured) {
  const values = {};
  for (const { key, type, defaults } of form.fields) {
    if (type === 'password') values[key] = '';
    else values[key] = (configured?.values[key] ?? defaults).join('\n');
  }
  return values;
}

/** As the till takes it: a list of texts a key. A secret that was not typed is absent, and stays as it is stored. */
export function toDraft(form, configured, values) {
  const sent = {};
  for (const { key, type } of form.fields) {
    if (type === 'password' && values[key] === '') continue;
    sent[key] = type === 'lines' ? values[key].split('\n') : [values[key]];
    sent[key] = sent[key].filter((value) => value.trim() !== '');
  }
  return configured ? { configuration: configured.id, values: sent } : { values: sent };
}
