MATCH (r:RecordChange {ecosystem: $ecosystem, kind: $kind, key: $key})
MATCH (c:Change {ecosystem: $ecosystem, revision: r.revision})
RETURN c.revision AS revision, c.at AS at, c.who AS who, c.why AS why, r.before AS before, r.after AS after
ORDER BY revision DESC
