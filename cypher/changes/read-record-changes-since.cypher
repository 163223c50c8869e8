MATCH (c:RecordChange {ecosystem: $ecosystem})
WHERE c.revision > $after
RETURN c.kind AS kind, c.revision AS revision, c.keys AS keys, c.after AS after
ORDER BY c.revision
