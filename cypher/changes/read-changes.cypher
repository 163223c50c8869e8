MATCH (c:Change {ecosystem: $ecosystem})
WHERE 0 < c.revision < $before
RETURN c.revision AS revision, c.at AS at, c.who AS who, c.why AS why, c.created AS created, c.updated AS updated, c.removed AS removed
ORDER BY revision DESC
LIMIT toInteger($first)
