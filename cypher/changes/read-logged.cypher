MATCH (c:RecordChange {ecosystem: $ecosystem})
WHERE $after < c.revision <= $to
RETURN c.revision AS revision, c.kind AS kind, c.keys AS keys, c.before AS before, c.after AS after,
  coalesce(c.from, []) AS from, coalesce(c.merged, []) AS merged
ORDER BY revision
