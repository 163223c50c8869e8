MATCH (m:MergedKey {ecosystem: $ecosystem})
WHERE m.recordKind IS NOT NULL AND m.key IS NOT NULL
RETURN m.recordKind AS kind, m.key AS key, m.into AS into
ORDER BY kind, key
