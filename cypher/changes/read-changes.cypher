MATCH (c:Change {ecosystem: $ecosystem})
WHERE 0 < c.revision < $before
  AND ($who IS NULL OR c.who = $who)
  AND ($since IS NULL OR c.at >= $since)
  AND ($until IS NULL OR c.at < $until)
  AND ($kind IS NULL OR EXISTS { MATCH (r:RecordChange {ecosystem: $ecosystem, revision: c.revision}) WHERE r.kind = $kind })
RETURN c.revision AS revision, c.at AS at, c.who AS who, c.why AS why, c.created AS created, c.updated AS updated, c.removed AS removed
ORDER BY revision DESC
LIMIT toInteger($first)
