MATCH (r:RecordChange {ecosystem: $ecosystem, kind: $kind})
WHERE r.bucket IN $buckets
UNWIND range(0, size(r.keys) - 1) AS at
WITH r, at WHERE r.keys[at] = $key
MATCH (c:Change {ecosystem: $ecosystem, revision: r.revision})
RETURN c.revision AS revision, c.at AS at, c.who AS who, c.why AS why, r.before[at] AS before, r.after[at] AS after
ORDER BY revision DESC
