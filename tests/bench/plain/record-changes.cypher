MATCH (r:RecordChange {ecosystem: $key})
WHERE r.revision > $after AND ($actor IS NULL OR $actor IN r.keys)
MATCH (c:Change {ecosystem: $key, revision: r.revision})
RETURN c.revision AS revision, c.at AS at, c.who AS who, c.why AS why, r.kind AS kind, r.keys AS keys, r.before AS before, r.after AS after
ORDER BY revision DESC
